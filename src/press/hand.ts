import {type ChildProcess, fork, spawn} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {compiledFolder} from '../start/index.js'
import type {Attempt} from './attempt.js'
import {REHEARSE} from './begin-printing.js'
import type {Downfall, Limits} from './downfall.js'
import type {Job, Printed} from './job.js'
import {nodeFlags} from './node-flags.js'
import {type Answer, ordersTo} from './orders.js'

/** How a paper went: what was made of it, or how the process fell that was to make it. */
export type Work = {made: Attempt<Printed>; downfall?: never} | {made?: never; downfall: Downfall}

/** A process that prints, a paper at a time. */
export interface Hand {
  readonly busy: boolean
  /** Whether it has printed nothing yet: what brings it down then is the paper in it. */
  readonly fresh: boolean
  print(job: Job, begins?: () => void): Promise<Work>
  end(): void
}

/** Starts a process that runs the module `entry`, with limits of memory and of time a paper. */
export function hire(entry: URL, {seconds, megabytes}: Limits): Hand {
  const child = start(entry, megabytes)
  const send = ordersTo(child)
  let [ready, wanting, printed, overdue, lastWords] = [false, false, 0, false, '']
  let fallen: Downfall | undefined
  let timer: NodeJS.Timeout | undefined
  let task: {begin(): void; done(work: Work): void} | undefined

  const settle = (work: Work) => {
    clearTimeout(timer)
    const {done} = task ?? {}
    task = undefined
    done?.(work)
  }
  const limit = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      overdue = true
      child.kill('SIGKILL')
    }, seconds * 1000)
  }
  const fall = (code: number | null, signal: NodeJS.Signals | null) => {
    fallen ??= {code, signal, overdue, lastWords}
    if (!task) ready = false // no paper is to blame
    settle({downfall: fallen})
  }
  child.stderr?.setEncoding('utf8').on('data', (words: string) => {
    lastWords = (lastWords + words).slice(-4000)
  })
  child.on('error', ({message}) => {
    lastWords ||= message
    if (child.pid === undefined) fall(null, null) // it never began
  })
  child.on('close', fall)
  child.on('message', (answer: Answer<Printed>) => {
    if ('made' in answer) {
      printed++
      settle({made: answer.made})
    } else {
      ready = true
      wanting = answer.wanting
      task?.begin()
    }
  })

  return {
    get busy() {
      return task !== undefined
    },
    get fresh() {
      return ready && printed === 0
    },
    print: (job, begins) =>
      new Promise((done) => {
        if (fallen) return done({downfall: fallen})
        const begin = () => {
          begins?.()
          send(job)
          limit()
        }
        task = {begin, done}
        if (ready) begin()
        else limit()
      }),
    end() {
      child.kill('SIGKILL')
      if (wanting && printed > 0) rehearse(entry, megabytes)
      wanting = false
    },
  }
}

/** V8 compiles for processes to come as this one was started: in the background, for nobody waits for it. */
function rehearse(entry: URL, megabytes: number): void {
  const {execArgv, env} = settingsOf(megabytes)
  spawn(process.execPath, [...execArgv, fileURLToPath(entry), compiledFolder(process.env) ?? '', REHEARSE], {env, detached: true, stdio: 'ignore'})
    .on('error', () => undefined) // the next process that prints takes as long to start as this one
    .unref()
}

/** What of the environment a paper may depend on: where packages lie, and what the system itself needs. */
const PASSED = ['NODE_OPTIONS', 'NODE_PATH', 'SystemRoot', 'TEMP', 'TMP']

/** Node warns of the permissions themselves. */
const QUIET = ['--disable-warning=ExperimentalWarning', '--disable-warning=SecurityWarning']

function start(entry: URL, megabytes: number): ChildProcess {
  const {execArgv, env} = settingsOf(megabytes)
  // It reads files, and can neither write one nor start a process, whatever a package of ours may try.
  const permission = process.allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission'
  return fork(entry, [compiledFolder(process.env) ?? ''], {
    execArgv: [...execArgv, permission, '--allow-fs-read=*', '--allow-worker', ...QUIET],
    env,
    serialization: 'advanced', // else bytes arrive as plain objects
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
}

/** What decides how V8 compiles, and what it is to find. */
function settingsOf(megabytes: number) {
  const passed = PASSED.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))
  return {execArgv: [...nodeFlags(megabytes), `--max-old-space-size=${megabytes}`], env: {...Object.fromEntries(passed), NODE_ENV: 'production'}}
}
