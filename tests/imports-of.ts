import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'

/** One import, export-from or `import()` of a file. */
export interface Import {
  /** The file that imports, relative to `src/`: `blocks/note/view.tsx`. */
  from: string
  line: number
  /** As written: `../drawing/index.js`, `react`. */
  specifier: string
  /** The file of ours that is meant, relative to `src/`; absent for a package. */
  target?: string
  /** `type`: gone when compiled. `import {type A}` is not: `verbatimModuleSyntax` keeps the import. */
  kind: 'value' | 'type' | 'dynamic'
}

/** A statement begins its line and holds no string before its specifier: house formatting sees to both. */
const STATEMENT = /^(?:import|export)\b(?<clause>[^'"`;=]*?)\bfrom\s*'(?<named>[^']+)'|^import\s*'(?<bare>[^']+)'/gm
/** `import('x')`, and the type `import('x').Y`, which counts as the same: a door is a door. */
const CALL = /(?<!\w)import\(\s*'(?<called>[^']+)'\s*\)/g

/** All imports of a file's text, in the order they stand. */
export function importsIn(text: string, from: string, files: ReadonlySet<string>): Import[] {
  const found = (match: RegExpMatchArray, specifier: string, kind: Import['kind']): Import => {
    const target = specifier.startsWith('.') ? resolve(from, specifier, files) : undefined
    const line = text.slice(0, match.index).split('\n').length
    return {from, line, specifier, kind, ...(target === undefined ? {} : {target})}
  }
  const statements = [...text.matchAll(STATEMENT)].map((match) => {
    const {clause = '', named, bare} = match.groups ?? {}
    return found(match, named ?? bare ?? '', /^\s+type\b(?!\s*,)/.test(clause) ? 'type' : 'value')
  })
  const calls = [...text.matchAll(CALL)]
    .filter((match) => !/^\s*(?:\*|\/\/|\/\*)/.test(text.slice(text.lastIndexOf('\n', match.index) + 1)))
    .map((match) => found(match, match.groups?.called ?? '', 'dynamic'))
  return [...statements, ...calls].sort((a, b) => a.line - b.line)
}

function resolve(from: string, specifier: string, files: ReadonlySet<string>): string {
  const written = path.posix.join(path.posix.dirname(from), specifier)
  const candidates = [written.replace(/\.js$/, '.ts'), written.replace(/\.js$/, '.tsx')]
  // What is not there stays as written: the test says so.
  return candidates.find((candidate) => files.has(candidate)) ?? written
}

/** The program's source files with their text, by path relative to `src/`. */
export function sourceFiles(root: string): Map<string, string> {
  if (!existsSync(root)) return new Map()
  const names = readdirSync(root, {recursive: true, encoding: 'utf8'}).map((name) => name.split(path.sep).join('/'))
  return new Map(
    names
      .filter((name) => /\.tsx?$/.test(name))
      .sort()
      .map((name) => [name, readFileSync(path.join(root, name), 'utf8')]),
  )
}
