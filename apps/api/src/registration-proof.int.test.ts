import { termsVersion } from '@mozhou/contracts/accounts/terms'
import { createHash } from 'node:crypto'
import type { WorkProof } from '@mozhou/contracts/accounts/inputs'
import { leadingZeroBits, workText } from '@mozhou/contracts/accounts/proof-of-work'
import type { WorkChallenge } from '@mozhou/contracts/accounts/proof-of-work'
import { createTestDomain } from '@mozhou/domain/testing/test-domain'
import type { TestDomain } from '@mozhou/domain/testing/test-domain'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createProofOfWork } from './proof-of-work.ts'
import type { RegistrationProof } from './registration-proof.ts'
import { startApi } from './testing/start-api.ts'
import type { TestApi } from './testing/start-api.ts'

const secretKey = 'a key of tests that is long enough'
let domain: TestDomain
let proof: RegistrationProof
let api: TestApi
beforeAll(async () => {
  domain = await createTestDomain()
  proof = createProofOfWork(domain.ctx, { secretKey, bits: 10 })
  api = await startApi({ deps: { registrationProof: proof } })
})
afterAll(() => Promise.all([api.close(), domain.close()]))

function solve({ salt, bits, signature }: WorkChallenge): WorkProof {
  for (let number = 0; ; number += 1) {
    const hash = createHash('sha256').update(workText(salt, number)).digest()
    if (leadingZeroBits(hash) >= bits) return { salt, signature, number }
  }
}
async function challenge(): Promise<WorkChallenge> {
  const { data } = await api.query('auth.registrationChallenge')
  return (data as { challenge: WorkChallenge }).challenge
}
let people = 0
const register = (solved?: WorkProof) => {
  people += 1
  const input = {
    username: `proven${people}`,
    email: `proven${people}@example.com`,
    password: 'password-of-mine',
    acceptedTerms: termsVersion,
  }
  return api.mutate('auth.register', { input: { ...input, ...(solved && { proof: solved }) } })
}

it('registers who has done the work, once', async () => {
  const solved = solve(await challenge())
  expect((await register(solved)).status).toBe(200)
  expect((await register(solved)).error?.code).toBe('REGISTRATION_PROOF_WRONG')
})

it('registers nobody without it, with one made up, of another key, or with easier work', async () => {
  const [one, other] = [solve(await challenge()), solve(await challenge())]
  const stranger = createProofOfWork(domain.ctx, { secretKey: `another ${secretKey}`, bits: 10 }).challenge()
  const easy = createProofOfWork(domain.ctx, { secretKey, bits: 1 }).challenge()
  if (!stranger || !easy) throw new Error('no challenge')
  const unsolved = { ...one, number: one.number + 1 }
  for (const wrong of [undefined, { ...one, signature: other.signature }, solve(stranger), solve(easy), unsolved]) {
    expect((await register(wrong)).error?.code, JSON.stringify(wrong)).toBe('REGISTRATION_PROOF_WRONG')
  }
})

it('takes no work that is older than ten minutes', async () => {
  const solved = solve(await challenge())
  domain.advance(10 * 60_000 + 1)
  await expect(proof.check(solved)).rejects.toMatchObject({ code: 'REGISTRATION_PROOF_WRONG' })
})
