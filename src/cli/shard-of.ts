import type {Shard} from '../press/index.js'
import type {Io} from './io.js'
import {refuse} from './usage.js'

/** An option that takes a part of a whole: `2/3`. */
export const shardOf = (io: Io) => (typed: string): Shard => {
  const [, number, of] = /^([1-9]\d{0,2})\/([1-9]\d{0,2})$/.exec(typed) ?? []
  if (number !== undefined && of !== undefined && Number(number) <= Number(of)) return {number: Number(number), of: Number(of)}
  return refuse({message: `\`--shard\` takes a part of a whole, and not \`${typed}\``, hint: 'Write `--shard 2/3` for the second of three parts'}, io)
}
