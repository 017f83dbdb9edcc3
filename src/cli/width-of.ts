import stringWidth from 'string-width'

/** Latin, Greek and Cyrillic letters and the signs of their texts: each takes one column, and none joins the one before it. */
const PLAIN = /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u203b\u203d-\u2048\u20ac]*$/

/** How many columns of a terminal a text takes. Most of what is shown is plain letters, and long to look at one by one. */
export const widthOf = (text: string): number => (PLAIN.test(text) ? text.length : stringWidth(text))
