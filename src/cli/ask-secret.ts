import {createInterface} from 'node:readline'
import {Writable} from 'node:stream'

/** Asks on a terminal for what nobody may read over a shoulder: what is typed is not shown. */
export function askSecret(question: string): Promise<string> {
  process.stderr.write(question)
  const silent = new Writable({write: (_chunk, _encoding, done) => done()})
  const lines = createInterface({input: process.stdin, output: silent, terminal: true})
  return new Promise((resolve) => {
    lines.question('', (typed) => {
      lines.close()
      process.stderr.write('\n')
      resolve(typed)
    })
  })
}
