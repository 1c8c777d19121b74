/**
 * A function that makes something of a text and remembers it: passages are asked for again with every question. When it
 * remembers `most` it forgets all of them.
 */
export function remember<Made>(most: number, make: (text: string) => Made): (text: string) => Made;
/** The same for what is not a text itself, by a text that stands for it. */
export function remember<Asked, Made>(
  most: number,
  make: (asked: Asked) => Made,
  keyOf: (asked: Asked) => string,
): (asked: Asked) => Made;
export function remember<Asked, Made>(
  most: number,
  make: (asked: Asked) => Made,
  keyOf: (asked: Asked) => string = String,
): (asked: Asked) => Made {
  const made = new Map<string, Made>();
  return (asked) => {
    const key = keyOf(asked);
    const known = made.get(key);
    if (known !== undefined) return known;
    if (made.size >= most) made.clear();
    const one = make(asked);
    made.set(key, one);
    return one;
  };
}
