import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {blockNamed, blocks} from '../src/blocks/index.js'
import {kinds} from '../src/kinds/index.js'
import {casesOf, readExample} from './read-examples.js'

const ROOMS = [
  {room: 'blocks', names: blocks.map(({name}) => name)},
  {room: 'kinds', names: kinds.map(({name}) => name)},
]

const fileOf = (room: string, name: string) => new URL(`../src/${room}/${name}/examples.md`, import.meta.url)
const isBlock = (name: string) => blockNamed(name) !== undefined

for (const {room, names} of ROOMS) {
  describe(room, () => {
    it('has a folder for each name of its list, and a name for each folder', () => {
      const folders = readdirSync(new URL(`../src/${room}/`, import.meta.url), {withFileTypes: true})
      expect(folders.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort()).toEqual([...names].sort())
    })
    for (const name of names) {
      describe(name, () => {
        const file = fileOf(room, name)
        const markdown = existsSync(file) ? readFileSync(file, 'utf8') : ''
        const cases = casesOf(markdown, isBlock)
        it('has an examples.md with cases that pass and cases that are told', () => {
          expect(existsSync(file), `${file.pathname} is missing`).toBe(true)
          expect(markdown).toMatch(new RegExp(`^# ${name}\n`))
          expect(cases.some(({told}) => told.length === 0)).toBe(true)
          expect(cases.some(({told}) => told.length > 0)).toBe(true)
        })
        it.each(cases)('$name', (example) => {
          const {value, told} = readExample(example)
          expect(told).toEqual(example.told)
          if (example.told.length === 0) expect(holds(value, room, name)).toBe(true)
        })
      })
    }
  })
}

/** A case that passes shows what its page is about. */
function holds(briefing: ReturnType<typeof readExample>['value'], room: string, name: string): boolean {
  return room === 'kinds' ? briefing?.kind === name : JSON.stringify(briefing?.body).includes(`"type":"block","name":"${name}"`)
}
