import {type ChildProcess, fork} from 'node:child_process'
import type {Verdict} from './judge.js'
import type {FuzzPaper} from './paper.js'

const CHILD = new URL('child.js', import.meta.url)

/** What a paper may take: it is printed twice, and read. */
const SECONDS = Number(process.env.FUZZ_SECONDS ?? 60)

/** Judges papers in a process apart: one that hangs or kills its process is told like any other fault, and the process replaced. */
export function openJudge(): {judge(paper: FuzzPaper): Promise<Verdict>; close(): void} {
  let child: ChildProcess | undefined
  return {
    judge: (paper) =>
      new Promise((done) => {
        child ??= fork(CHILD, [], {execArgv: ['--max-old-space-size=1024'], serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc']})
        const hand = child
        let lastWords = ''
        const hear = (words: Buffer) => {
          lastWords = (lastWords + words).slice(-2000)
        }
        const settle = (verdict: Verdict, fallen: boolean) => {
          clearTimeout(timer)
          hand.removeAllListeners('message').removeAllListeners('exit')
          hand.stderr?.off('data', hear)
          if (fallen) {
            child = undefined
            hand.kill('SIGKILL')
          }
          done(verdict)
        }
        const fell = (how: string) => settle({faults: [how], told: [], pages: 0}, true)
        const timer = setTimeout(() => fell(`not done after ${SECONDS} seconds`), SECONDS * 1000)
        hand.stderr?.on('data', hear)
        hand.once('exit', (code, signal) => fell(`the process ended: ${signal ?? code}\n${lastWords}`))
        // A trap in the page engine leaves it out of order.
        hand.once('message', (verdict: Verdict) => settle(verdict, verdict.faults.some((fault) => fault.startsWith('exit code 2'))))
        hand.send(paper)
      }),
    close: () => child?.kill('SIGKILL'),
  }
}
