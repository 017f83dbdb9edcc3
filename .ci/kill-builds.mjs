// Kills a build without a word at random moments, again and again: every file that is then in the output folder must be whole,
// of this build or of one before; no process may be left; and the next build must tidy up. Takes the command's main file and,
// where wanted, how many times and a seed. Needs qpdf.
import {spawn, spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {setTimeout} from 'node:timers/promises'

const [main = 'dist/cli/main.js', times = '100', seed = '1'] = process.argv.slice(2)
const command = path.resolve(main)
const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'demarche-kill-')))
const out = path.join(root, 'output')
const names = ['a', 'b', 'c', 'd', 'e', 'f']

/** Two states of the same briefings, so that a build always has something to change. */
function write(version) {
  mkdirSync(path.join(root, 'briefings'), {recursive: true})
  for (const name of names) {
    const front = `---\nkind: q-and-a\ntitle: Paper ${name}, version ${version}\ndate: 2026-11-24\nbudget: none\n---\n\n`
    writeFileSync(path.join(root, `briefings/${name}.md`), `${front}## What is new?\n\n${`Version ${version} of ${name}. `.repeat(40)}\n`)
  }
}

const files = () => readdirSync(out, {recursive: true, encoding: 'utf8'}).sort()
const papers = () => files().filter((name) => name.endsWith('.pdf'))
const sha = (name) => createHash('sha256').update(readFileSync(path.join(out, name))).digest('hex')
const build = () => spawnSync(process.execPath, [command, 'build'], {cwd: root, encoding: 'utf8'})

// Linear congruential: the same seed, the same moments.
let state = Number(seed)
const random = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648

const whole = new Map(names.map((name) => [`${name}.en.pdf`, new Set()]))
let longest = 0
for (const version of ['old', 'new']) {
  write(version)
  rmSync(path.join(root, '.demarche-cache'), {recursive: true, force: true}) // the time of a build that prints
  const before = performance.now()
  const {status, stderr} = build()
  longest = Math.max(longest, performance.now() - before)
  if (status !== 0) fail(stderr)
  for (const name of papers()) whole.get(name).add(sha(name))
}

let [left, behind] = [0, 0]
for (let round = 1; round <= Number(times); round++) {
  write(round % 2 ? 'old' : 'new')
  // Every other one prints all papers; those between take them from the cache, whose entries are written and read as they are killed.
  const child = spawn(process.execPath, [command, 'build', ...(round % 4 < 2 ? ['--no-cache'] : [])], {cwd: root, stdio: 'ignore'})
  const ended = new Promise((done) => child.on('exit', done))
  await Promise.race([setTimeout(random() * longest), ended])
  child.kill('SIGKILL')
  await ended
  for (const name of papers()) {
    if (!whole.get(name)?.has(sha(name))) fail(`${name} is neither the old nor the new paper, after kill ${round}`)
    const checked = spawnSync('qpdf', ['--check', path.join(out, name)], {encoding: 'utf8'})
    if (checked.status !== 0) fail(`qpdf --check ${name} after kill ${round}: ${checked.stdout}${checked.stderr}`)
  }
  if (papers().length !== names.length) fail(`a paper is gone after kill ${round}`)
  const listed = JSON.parse(readFileSync(path.join(out, 'manifest.json'), 'utf8')).papers
  if (listed.some(({path: name, sha256}) => sha256 !== sha(name))) behind++
  if (files().some((name) => name.endsWith('.tmp'))) left++
}

await setTimeout(1500) // a process looks twice a second whether its command still runs
const orphans = readdirSync('/proc').filter((id) => /^\d+$/.test(id) && folderOf(id) === root)
if (orphans.length > 0) fail(`still running: ${orphans.join(', ')}`)
const {status, stderr} = build()
if (status !== 0) fail(stderr)
const expected = [...names.map((name) => `${name}.en.pdf`), 'manifest.json']
if (files().join() !== expected.join()) fail(`the next build leaves ${files().join(', ')}`)
rmSync(root, {recursive: true})
console.log(`${times} kills: every file whole; ${left} left a temporary file, ${behind} a manifest behind its papers; the next build tidied up`)

function folderOf(id) {
  try {
    return readlinkSync(`/proc/${id}/cwd`)
  } catch {
    return undefined // it has ended, or is somebody else's
  }
}

function fail(why) {
  console.error(`${why}\n(seed ${seed}, in ${root})`)
  process.exit(1)
}
