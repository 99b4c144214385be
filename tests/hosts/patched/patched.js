// What old libraries and careless scripts do to a page.
Array.prototype.last = function () { return this[this.length - 1]; };
Array.prototype.toJSON = function () { return "patched"; };
Object.prototype.extended = true;
Function.prototype.bound = () => {};
window.name = "patched";
// As an old Prototype.js had it: no iterables, no second argument.
Array.from = (list) => { const all = []; for (let i = 0; list && i < list.length; i += 1) all.push(list[i]); return all; };
// A collection of somebody's own under the name of the language's.
window.Map = class { constructor() { this.all = {}; } get(key) { return this.all[key]; } set(key, value) { this.all[key] = value; return this; } };
// Ways around a proxy that forget what they should give back.
const { get, set } = Reflect;
Reflect.get = (target, key) => get(target, key);
Reflect.set = (target, key, value) => { set(target, key, value); return true; };
