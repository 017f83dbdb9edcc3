import {readFileSync} from 'node:fs'
import {availableParallelism} from 'node:os'

/** How many processes may run at a time: what the machine has, or less where a container or a service manager sets a share (cgroup 2). */
export const processorsHere = (share: string = shareHere()): number => {
  const [quota, period] = share.trim().split(/\s+/).map(Number)
  const granted = quota !== undefined && period !== undefined && quota > 0 && period > 0 ? Math.ceil(quota / period) : Number.POSITIVE_INFINITY
  return Math.max(1, Math.min(availableParallelism(), granted))
}

/** `max 100000`, or microseconds of a period in microseconds: https://docs.kernel.org/admin-guide/cgroup-v2.html */
function shareHere(): string {
  try {
    return readFileSync('/sys/fs/cgroup/cpu.max', 'utf8')
  } catch {
    return '' // another system, or an older one
  }
}
