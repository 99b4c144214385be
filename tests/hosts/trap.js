// What a module that stops looks like: an error of its own out of the middle of a call, once.
record.trap = () => {
  const make = Document.prototype.createElement;
  record.trapped = false;
  Document.prototype.createElement = () => {
    Document.prototype.createElement = make;
    record.trapped = true;
    throw new WebAssembly.RuntimeError("a test");
  };
};

// And one that stops whenever it makes an element of this kind.
record.trapAt = (tag) => {
  const make = Document.prototype.createElement;
  Document.prototype.createElement = function (name, ...more) {
    if (name === tag) throw new WebAssembly.RuntimeError("a test");
    return make.call(this, name, ...more);
  };
};
