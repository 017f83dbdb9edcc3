import {createRequire} from 'node:module'

/** Doors to the network by global names. What looks for them must find none, rather than one that fails: the layout engine does. */
const GLOBALS = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']

/**
 * Closes the network for the rest of this process, for us and for every package that is loaded from now on: no socket connects,
 * listens or sends, and no name is looked up. HTTP, HTTPS and TLS all go through these.
 */
export function closeNetwork(): void {
  // Required, for what is imported shows the open ones until Node is told to look at all of its modules again: that loads its own `fetch`.
  const require = createRequire(import.meta.url)
  const dgram = require('node:dgram') as typeof import('node:dgram')
  const dns = require('node:dns') as typeof import('node:dns')
  const net = require('node:net') as typeof import('node:net')
  const refuse = (): never => {
    throw new Error('A paper is printed without the network')
  }
  for (const name of GLOBALS) {
    Reflect.deleteProperty(globalThis, name) // to write over it, Node would first load what is written over
    Object.defineProperty(globalThis, name, {value: undefined})
  }
  Object.assign(net.Socket.prototype, {connect: refuse})
  Object.assign(net.Server.prototype, {listen: refuse})
  Object.assign(dgram.Socket.prototype, {bind: refuse, connect: refuse, send: refuse})
  for (const resolver of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) close(resolver, refuse)
}

function close(resolver: object, refuse: () => never): void {
  for (const name of Object.getOwnPropertyNames(resolver)) {
    if (/^(?:lookup|resolve|reverse)/.test(name)) Object.assign(resolver, {[name]: refuse})
  }
}
