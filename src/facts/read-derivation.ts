import type {Derivation, Operand} from './register.js'
import {whenOf} from './day.js'

const COUNT: Record<Derivation['deed'], [least: number, most: number]> = {share: [2, 2], sum: [2, 40], difference: [2, 2], change: [2, 2]}

/** Reads `share(states-parties, un-members)`; an operand is a fact, pinned where a date follows it, or a number. */
export function readDerivation(text: string): Pick<Derivation, 'deed' | 'operands'> | undefined {
  const [, name = '', inner = ''] = /^(\w+)\s*\(([^()]*)\)$/.exec(text.trim()) ?? []
  if (!isDeed(name)) return undefined
  const operands = inner.split(',').map((one) => readOperand(one.trim()))
  const [least, most] = COUNT[name]
  if (operands.length < least || operands.length > most || operands.some((one) => one === undefined)) return undefined
  return {deed: name, operands: operands.flatMap((one) => one ?? [])}
}

function readOperand(text: string): Operand | undefined {
  if (/^\d+(?:\.\d+)?$/.test(text)) return {number: Number(text)}
  const [, id, pin] = /^([a-z0-9][a-z0-9-]*)(?:@(\S+))?$/.exec(text) ?? []
  if (id === undefined || (pin !== undefined && !whenOf(pin))) return undefined
  return {id, ...(pin === undefined ? {} : {pin})}
}

const isDeed = (name: string): name is Derivation['deed'] => Object.hasOwn(COUNT, name)
