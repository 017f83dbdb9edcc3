/** A name for a paper that no other path has, nor another row of it, of signs that every PDF reader takes in a name. */
export function editionKey(path: string, row?: string): string {
  return Array.from(path.replace(/\.md$/i, '') + (row === undefined ? '' : `#${row}`), (sign) =>
    /[A-Za-z0-9-]/.test(sign) ? sign : sign === '/' ? '.' : `_${sign.codePointAt(0)?.toString(16)}_`,
  ).join('')
}
