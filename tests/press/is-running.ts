/** Whether a process lives; one that has ended and was not fetched by its parent yet does not. */
export function isRunning(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch {
    return false
  }
}
