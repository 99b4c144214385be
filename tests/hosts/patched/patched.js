// What old libraries and careless scripts do to a page.
Array.prototype.last = function () { return this[this.length - 1]; };
Array.prototype.toJSON = function () { return "patched"; };
Object.prototype.extended = true;
Function.prototype.bound = () => {};
window.name = "patched";
