// A bundle is written in ASCII: read as bytes, one a letter, it is there in a third of the time that UTF-8 takes.

/** What takes letters as they are typed, escapes and all. */
const RAW = /String\.raw`[^`]*[\u0080-\uffff]/

/**
 * A script with letters beyond ASCII as escapes, which mean the same in texts, patterns and names. A letter that has a backslash before it already, as
 * it may for no reason, takes that one for its own.
 */
export function inAscii(code) {
  if (RAW.test(code)) throw new Error('a raw text beyond ASCII cannot be bundled: write its letters as escapes')
  return code.replace(/(\\*)([\u0080-\uffff])/g, (_, before, letter) => `${before}${before.length % 2 === 0 ? '\\' : ''}u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
