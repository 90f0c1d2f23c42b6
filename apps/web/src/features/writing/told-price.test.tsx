import { cleanup, fireEvent, screen } from '@solidjs/testing-library'
import { refusal } from '@mozhou/ui/testing/refusal'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { me, myBalance, systemInfo } from '../../session/queries.ts'
import { quietClient, showInApp } from '../../testing/show-in-app.tsx'
import { useStartGeneration } from './use-studio-actions.ts'

const { generate } = vi.hoisted(() => ({ generate: vi.fn<(input: object) => Promise<never>>() }))
vi.mock('../../api.ts', () => ({ api: { writing: { generate: { mutate: generate } } } }))

beforeEach(() => {
  generate.mockReset()
})
afterEach(cleanup)

async function press(isMember: boolean, refused: Error) {
  const client = quietClient([
    [me().queryKey, { membership: { isMember } }],
    [myBalance().queryKey, { credits: 50, cashFen: 0 }],
    [systemInfo().queryKey, { priceCredits: 10 }],
  ])
  generate.mockRejectedValue(refused)
  await showInApp(() => {
    const start = useStartGeneration(() => {})
    const request = { kind: 'generate', tool: 'wechat-article', input: {}, modelId: null } as const
    return (
      <>
        <button onClick={() => start.press(request)}>go</button>
        <p>{start.refusal('generate') ? 'refused' : ''}</p>
      </>
    )
  }, client)
  fireEvent.click(screen.getByRole('button'))
  await screen.findByText('refused')
  return client
}

it.each([
  [false, 10],
  [true, 0],
])('a press carries what its button said (member: %s)', async (isMember, mostCredits) => {
  await press(isMember, refusal('PRICE_CHANGED', { credits: 10 }))
  expect(generate).toHaveBeenCalledWith(expect.objectContaining({ mostCredits }))
})

it('what the button says is read again when it costs more by now, and only then', async () => {
  const stale = async (code: 'PRICE_CHANGED' | 'CREATION_BUSY') => {
    const client = await press(true, refusal(code))
    cleanup()
    return [me(), systemInfo()].map(({ queryKey }) => client.getQueryState(queryKey)?.isInvalidated)
  }
  expect(await stale('PRICE_CHANGED')).toEqual([true, true])
  expect(await stale('CREATION_BUSY')).toEqual([false, false])
})
