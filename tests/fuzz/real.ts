/**
 * Prints texts that people wrote for other ends: each prints with all its words, or is told exactly why not. Exit code 1 where one has a fault.
 * node tests/fuzz/start.mjs real [--out folder] [name]
 */
import {mkdirSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {parseArgs} from 'node:util'
import {openJudge} from './judge-apart.js'
import {declarations, type RealPaper, readmes, withoutPictures} from './real-papers.js'

const {values, positionals} = parseArgs({allowPositionals: true, options: {out: {type: 'string'}}})
const modules = path.resolve('node_modules')
const own = [...declarations(modules), ...readmes(modules)].filter(({name}) => positionals.length === 0 || positionals.includes(name))
const reasons = new Map<string, number>()
const refused: RealPaper[] = []
let [printed, pages, faults] = [0, 0, 0]

await printAll(own)
const first = printed
const bare = refused.splice(0).filter(({name}) => !name.startsWith('UDHR')).map(withoutPictures)
console.log(`${first} of ${own.length} print as they are, ${pages} pages; the others were told ${told()}`)
reasons.clear()
await printAll(bare)
console.log(`${printed - first} of the other ${bare.length} print without their pictures; the rest were told ${told()}`)
console.log(`${own.length} texts, ${faults} faults`)
process.exit(faults > 0 ? 1 : 0)

async function printAll(papers: readonly RealPaper[]): Promise<void> {
  const waiting = [...papers]
  await Promise.all(Array.from({length: 2}, async () => {
    const {judge, close} = openJudge()
    for (let paper = waiting.shift(); paper; paper = waiting.shift()) {
      const verdict = await judge(paper)
      pages += verdict.pages
      if (verdict.pages > 0) printed++
      else {
        refused.push(paper)
        for (const rule of verdict.told) reasons.set(rule, (reasons.get(rule) ?? 0) + 1)
      }
      if (verdict.faults.length === 0) continue
      faults++
      console.log(`${paper.name}:\n  ${verdict.faults.map((fault) => fault.slice(0, 500)).join('\n  ')}`)
      if (values.out === undefined) continue
      mkdirSync(values.out, {recursive: true})
      writeFileSync(path.join(values.out, `${paper.name.replace(/\W+/g, '-')}.md`), paper.text)
    }
    close()
  }))
}

function told(): string {
  return [...reasons].sort(([, a], [, b]) => b - a).map(([rule, times]) => `${rule} ${times}`).join(', ') || 'nothing'
}
