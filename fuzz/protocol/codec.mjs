// What a fuzz input is: JSON, so that it can be read and written by hand. Values that a message may hold and JSON may
// not are objects with the one name `$`.

const SPECIAL = {
  undefined: undefined,
  NaN: NaN,
  Infinity: Infinity,
  "-Infinity": -Infinity,
  "-0": -0,
  bigint: 7n,
  date: new Date(0),
  map: new Map([["type", "height"]]),
  hole: [, 1],
  bytes: new Uint8Array(3),
};

export const SPECIALS = Object.keys(SPECIAL);

/** The value that a browser would hand over: JSON with the special values put in. Own names such as `__proto__` stay. */
export function decode(value) {
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value !== "object" || value === null) return value;
  const names = Object.keys(value);
  if (names.length === 1 && names[0] === "$") return SPECIALS.includes(value.$) ? SPECIAL[value.$] : decode(value.$);
  const made = {};
  for (const name of names) {
    Object.defineProperty(made, name, { value: decode(value[name]), writable: true, enumerable: true, configurable: true });
  }
  return made;
}

/** The input in these bytes. What is not JSON is one message, as text. */
export function read(text) {
  try {
    const input = JSON.parse(text);
    if (typeof input === "object" && input !== null && Array.isArray(input.steps)) return input;
    return { steps: [{ to: "page", data: input }, { to: "frame", data: input }] };
  } catch {
    return { steps: [{ to: "page", data: text }, { to: "frame", data: text }], search: text, hash: `#${text}` };
  }
}
