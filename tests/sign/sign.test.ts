import {readFileSync} from 'node:fs'
import {beforeAll, describe, expect, it} from 'vitest'
import {build} from '../../src/build.js'
import {signPdf} from '../../src/sign/index.js'
import {verify} from '../../src/verify/index.js'
import {sha256Of} from '../../src/inputs.js'
import {memoryFiles} from '../edition/compose.js'

/** A key made for these tests, known to all the world. */
const P12 = new Uint8Array(readFileSync(new URL('test-only.p12', import.meta.url)))
const options = {p12: P12, password: 'test-only', date: new Date(0)}

let paper: Uint8Array
beforeAll(async () => {
  const {value} = await build({path: 'paper.md', text: '---\nkind: q-and-a\ntitle: A paper\ndate: 2026-11-24\n---\n\n## Q\n\nA.\n'}, {files: memoryFiles()})
  paper = value?.pdf ?? new Uint8Array()
})

describe('a signed paper', () => {
  it('begins with the bytes that were printed, and is verified by their hash', async () => {
    const {bytes = new Uint8Array()} = await signPdf(paper, options)
    expect(bytes.length).toBeGreaterThan(paper.length)
    expect(Buffer.compare(bytes.subarray(0, paper.length), paper)).toBe(0)
    const papers = [{path: 'a.pdf', sha256: sha256Of(paper)}]
    expect(await verify(bytes, {manifest: {shown: 'm', papers, path: 'a.signed.pdf'}})).toEqual({
      sentences: ['built by demarche 0.1.0', 'signed after it was printed', 'listed in `m`, as `a.pdf`'],
      sha256: sha256Of(paper),
      sound: true,
    })
  })
  it('claims the time it is given, and names the form of PAdES', async () => {
    const {bytes = new Uint8Array()} = await signPdf(paper, options)
    const added = Buffer.from(bytes.subarray(paper.length)).toString('latin1')
    expect(added).toContain('/M (D:19700101000000Z)')
    expect(added).toContain('/SubFilter /ETSI.CAdES.detached')
  })
})

describe('a certificate that cannot be opened', () => {
  it.each([
    ['with a wrong password', P12, 'secret-word'],
    ['because it is none', new Uint8Array([1, 2, 3]), 'secret-word'],
  ])('is told %s, without the password', async (_, p12, password) => {
    const told = await signPdf(paper, {...options, p12, password})
    expect(told).toMatchObject({because: 'the certificate cannot be opened with this password'})
    expect(JSON.stringify(told)).not.toContain('secret-word')
  })
})
