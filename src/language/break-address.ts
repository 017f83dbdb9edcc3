/** A web or mail address, or a path, standing as a word: what it holds is divided at its own marks, without a hyphen. */
export const isAddress = (word: string): boolean =>
  /:\/\//.test(word) || /(?:^|[^\p{L}])www\./u.test(word) || /[^\s@]@[^\s@]+\.\p{L}/u.test(word) || /\p{L}\.\p{L}{2,}\/./u.test(word)

/**
 * Where an address may be parted at the end of a line: after `/` `.` `-` `_` `?` `&` `=` `#` `@` `:`, never inside `://` or
 * between two marks, and with three characters on either side. Joined, the parts are the address. (After UAX 14, and the
 * Chicago Manual on addresses.)
 */
export function breakAddress(text: string): string[] {
  const parts: string[] = []
  for (const part of text.split(/(?<=[/.\-_?&=#@:])(?![/.\-_?&=#@:])/)) {
    const last = parts.at(-1)
    // A short part joins the one before it, so that no line holds a lone `a.`; so does what follows a short beginning.
    if (last !== undefined && (part.length < 3 || last.length < 3)) parts[parts.length - 1] = last + part
    else parts.push(part)
  }
  return parts
}
