import {spawnSync} from 'node:child_process'
import path from 'node:path'
import {beforeAll, expect, test} from 'vitest'
import {compiled} from '../compiled.js'

let home: string
beforeAll(() => {
  home = compiled()
})

/** Every way to the network that Node has, each tried against a server that listens. */
const ATTEMPTS = `
  // As what prints is: loaded once it is closed.
  const {default: dgram} = await import('node:dgram')
  const {default: dns, lookup} = await import('node:dns')
  const {resolve4} = await import('node:dns/promises')
  const {default: http} = await import('node:http')
  const {default: http2} = await import('node:http2')
  const {default: https} = await import('node:https')
  const {default: net} = await import('node:net')
  const {default: tls} = await import('node:tls')

  const {port} = server.address()
  const reached = (emitter, event) => new Promise((yes, no) => emitter.on(event, () => yes()).on('error', no))
  const attempts = {
    fetch: () => fetch('http://127.0.0.1:' + port),
    WebSocket: () => new WebSocket('ws://127.0.0.1:' + port),
    EventSource: () => new EventSource('http://127.0.0.1:' + port),
    http: () => reached(http.get('http://127.0.0.1:' + port), 'response'),
    https: () => reached(https.get('https://127.0.0.1:' + port), 'response'),
    http2: () => reached(http2.connect('http://127.0.0.1:' + port), 'connect'),
    net: () => reached(net.connect(port, '127.0.0.1'), 'connect'),
    socket: () => reached(new net.Socket().connect(port), 'connect'),
    tls: () => reached(tls.connect(port, '127.0.0.1'), 'secureConnect'),
    listen: () => reached(net.createServer().listen(0), 'listening'),
    udp: () => reached(dgram.createSocket('udp4').bind(0), 'listening'),
    send: () => new Promise((yes, no) => dgram.createSocket('udp4').send('x', port, '127.0.0.1', (failure) => (failure ? no(failure) : yes()))),
    lookup: () => new Promise((yes, no) => lookup('localhost', (failure) => (failure ? no(failure) : yes()))),
    resolve: () => resolve4('localhost'),
    resolver: () => new dns.promises.Resolver().resolve4('localhost'),
  }
  for (const [name, attempt] of Object.entries(attempts)) {
    try {
      await attempt()
      console.log(name, 'reached')
    } catch (failure) {
      console.log(name, failure.message)
    }
  }
  process.exit()
`

const run = (close: string) => {
  const listen = `
    import {createServer} from 'node:http'
    import {once} from 'node:events'
    const server = createServer((_, answer) => answer.end('x')).listen(0)
    await once(server, 'listening')
  `
  const {stdout, stderr} = spawnSync(process.execPath, ['--input-type=module', '--eval', `${listen}\n${close}\n${ATTEMPTS}`], {encoding: 'utf8', timeout: 20_000})
  if (stdout === "") throw new Error(stderr)
  return Object.fromEntries(stdout.trim().split('\n').map((line) => line.split(/ (.*)/s).slice(0, 2)))
}

test('a process that prints reaches no network, by whatever way', () => {
  const address = path.join(home, 'dist/press/close-network.js')
  const shut = run(`;(await import(${JSON.stringify(address)})).closeNetwork()`)
  const ours = 'A paper is printed without the network'
  const gone = ['fetch', 'WebSocket', 'EventSource']
  expect(Object.keys(shut)).toHaveLength(15)
  for (const [name, what] of Object.entries(shut)) expect(`${name}: ${what}`).toBe(`${name}: ${gone.includes(name) ? what : ours}`)
  for (const name of gone) expect(shut[name]).toMatch(/is not (?:a function|a constructor|defined)/)
  // Before it is closed most of these ways lead there, so the attempts are real ones.
  const open = run('')
  expect(['fetch', 'http', 'net', 'socket', 'listen', 'udp', 'send', 'lookup'].filter((name) => open[name] !== 'reached')).toEqual([])
})
