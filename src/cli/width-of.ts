import stringWidth from 'string-width'

/** How many columns of a terminal a text takes. Most of what is shown is plain letters, and long to look at one by one. */
export const widthOf = (text: string): number => (/^[\x20-\x7e]*$/.test(text) ? text.length : stringWidth(text))
