/** A name for a paper that no other path has, of signs that every PDF reader takes in a name. */
export function editionKey(path: string): string {
  return Array.from(path.replace(/\.md$/i, ''), (sign) =>
    /[A-Za-z0-9-]/.test(sign) ? sign : sign === '/' ? '.' : `_${sign.codePointAt(0)?.toString(16)}_`,
  ).join('')
}
