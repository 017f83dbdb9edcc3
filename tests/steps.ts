import {Session} from 'node:inspector/promises'
import v8 from 'node:v8'

/** V8's compilers whose code does not count, by the version of Node from which they are at work. */
const UNCOUNTED = Object.entries({opt: 20, maglev: 22}).filter(([, since]) => Number.parseInt(process.versions.node, 10) >= since)

/**
 * Calls of functions and turns of loops that some work takes, as V8 counts them for coverage: the same each time, so that how they grow is told on any
 * machine, however busy, where no clock can tell it. What V8 does natively (patterns of text, copying) is not among them, nor is WebAssembly. What some work
 * does once only, such as loading what it needs, is to be done before.
 */
export async function stepsOf(work: () => unknown): Promise<number> {
  const session = new Session()
  session.connect()
  for (const [name] of UNCOUNTED) v8.setFlagsFromString(`--no-${name}`)
  try {
    await session.post('Profiler.enable')
    await session.post('Profiler.startPreciseCoverage', {callCount: true, detailed: true})
    await work()
    const {result} = await session.post('Profiler.takePreciseCoverage')
    return result.flatMap(({functions}) => functions).flatMap(({ranges}) => ranges).reduce((steps, {count}) => steps + count, 0)
  } finally {
    await session.post('Profiler.stopPreciseCoverage')
    session.disconnect()
    for (const [name] of UNCOUNTED) v8.setFlagsFromString(`--${name}`)
  }
}
