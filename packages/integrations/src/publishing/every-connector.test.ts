import { failureKinds } from '@mozhou/contracts/failures'
import { VendorError } from '@mozhou/contracts/vendor-error'
import { platformKeys, platforms, type ContentType } from '@mozhou/platforms/platforms'
import { describe, expect, it } from 'vitest'
import { createConnector } from './registry.ts'
import { inputOf } from './testing/given-works.ts'
import { sessionOf, targetOf } from './testing/targets.ts'

const never = new AbortController().signal
const byHand = () => sessionOf({ way: 'assisted', name: '小舟', url: null })
// Nobody listens there: whatever calls, fails.
const silent = { baseUrl: 'http://127.0.0.1:1', pagesBaseUrl: 'http://127.0.0.1:1' }

describe.each(platformKeys)('%s', (platform) => {
  const connector = createConnector(targetOf(platform, silent))
  const kinds: ContentType[] = [...platforms[platform].contentTypes]

  it('can be connected without an interface, which asks nobody', () => {
    const connected = connector.connections.assisted?.connect({ name: '小舟', profileUrl: null })
    expect(connected?.capabilities.map(({ contentType, route }) => `${contentType} ${route}`).sort()).toEqual(
      kinds.map((kind) => `${kind} assisted`).sort(),
    )
  })

  it('says of an account by hand what it can do', async () => {
    expect(await connector.check(byHand(), never)).toMatchObject({
      profile: { name: '小舟' },
      credentials: { way: 'assisted' },
    })
  })

  it.each(kinds)(
    'hands a work (%s) to its author, with all that the page asks for, and asks nobody',
    async (contentType) => {
      const input = inputOf({ platform, contentType, route: 'assisted' })
      const prepared = await connector.prepare(byHand(), input, { uploads: null, save: () => Promise.resolve() }, never)
      expect(prepared.state).toBe('ready')
      const submission = await connector.submit(byHand(), input, prepared.uploads, never)
      if (submission.outcome !== 'awaiting_user') throw new Error(submission.outcome)
      const { handoff, ref, evidence } = submission
      expect(evidence).toMatchObject({ by: 'user', source: 'handed_over', answerHash: null, httpStatus: null })
      expect(new URL(handoff.url).protocol).toBe('https:')
      expect(handoff.fields.length).toBeGreaterThan(0)
      expect(handoff.steps.every(({ zh, en }) => zh !== '' && en !== '')).toBe(true)
      expect(new Set(handoff.mediaIds)).toEqual(new Set(input.media.map(({ id }) => id)))
      expect(handoff.fields.some(({ html, text }) => `${html ?? ''}${text}`.includes('media:'))).toBe(false)
      expect(await connector.lookUp(byHand(), ref, never)).toMatchObject({
        state: 'awaiting_user',
        evidence: { by: 'user' },
      })
      const lost = {
        input,
        uploads: prepared.uploads,
        route: 'assisted' as const,
        sentAfter: '',
        sentBefore: '',
        knownIds: [],
      }
      expect(await connector.findLost(byHand(), lost, never)).toEqual({ found: 'none', evidence: null })
      expect(JSON.parse(JSON.stringify({ handoff, ref }))).toEqual({ handoff, ref })
    },
  )

  it.each(kinds)('says what each of the media (%s) is for', (contentType) => {
    const { package: pkg } = inputOf({ platform, contentType, route: 'assisted' })
    expect(
      connector
        .mediaWanted(pkg)
        .every(({ roles, mimeTypes, maxBytes }) => roles.length > 0 && mimeTypes.length > 0 && maxBytes > 0),
    ).toBe(true)
  })

  it.each(failureKinds)('has words for %s', (kind) => {
    const { words } = connector.explain(new VendorError(kind, { vendor: platform, vendorCode: 'never seen' }))
    expect([words.zh, words.en].includes('')).toBe(false)
  })

  it('takes an address of its own alone', async () => {
    const others = platformKeys.filter((other) => other !== platform).map((other) => platforms[other].hosts[0])
    for (const host of others) {
      const check = await connector.checkAddress({ url: `https://${host}/p/123456789012`, title: '' }, never)
      expect(check).toMatchObject({ verdict: 'bad', why: 'other_platform', hosts: platforms[platform].hosts })
    }
  })
})
