/** How often it is looked whether the command still runs, in milliseconds. */
const EVERY = 500

/**
 * Ends this process when the command that started it is gone, killed without a word. A closed channel says so too, but a
 * layout that never ends does not listen: a thread of its own does. `parent`: the command, known as early as may be, for it may be gone by now.
 */
export async function endWithParent(parent: number): Promise<void> {
  const code = `
    const parent = ${parent}
    setInterval(() => {
      if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
    }, ${EVERY})
  `
  const {Worker} = await import('node:worker_threads') // the command starts with the same files, and has no use for it
  // It says nothing: what it might say is not led to the outputs of this process, which would be opened for it.
  new Worker(code, {eval: true, stdout: true, stderr: true}).unref()
}
