import dgram from 'node:dgram'
import dns from 'node:dns'
import {syncBuiltinESMExports} from 'node:module'
import net from 'node:net'

/** Doors to the network by global names. What looks for them must find none, rather than one that fails: the layout engine does. */
const GLOBALS = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']

/**
 * Closes the network for the rest of this process, for us and for every package that we load: no socket connects, listens
 * or sends, and no name is looked up. HTTP, HTTPS and TLS all go through these.
 */
export function closeNetwork(): void {
  const refuse = (): never => {
    throw new Error('A paper is printed without the network')
  }
  for (const name of GLOBALS) Object.defineProperty(globalThis, name, {value: undefined})
  Object.assign(net.Socket.prototype, {connect: refuse})
  Object.assign(net.Server.prototype, {listen: refuse})
  Object.assign(dgram.Socket.prototype, {bind: refuse, connect: refuse, send: refuse})
  for (const resolver of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) close(resolver, refuse)
  syncBuiltinESMExports() // else `import {lookup} from 'node:dns'` has the open one
}

function close(resolver: object, refuse: () => never): void {
  for (const name of Object.getOwnPropertyNames(resolver)) {
    if (/^(?:lookup|resolve|reverse)/.test(name)) Object.assign(resolver, {[name]: refuse})
  }
}
