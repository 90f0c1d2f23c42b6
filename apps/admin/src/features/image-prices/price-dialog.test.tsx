import { refusal } from '@mozhou/ui/testing/refusal'
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { QueryClient, QueryClientProvider } from '@tanstack/solid-query'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { I18nProvider } from '../../i18n/i18n.ts'
import { PriceDialog } from './price-dialog.tsx'

const { setPrices } = vi.hoisted(() => ({ setPrices: vi.fn<(input: object) => Promise<unknown>>() }))
vi.mock('../../api.ts', () => ({ api: { images: { setPrices: { mutate: setPrices } } } }))

/** A dialog keeps clear of toasts by its height; nothing has one here. */
class NoSizes implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
beforeAll(() => vi.stubGlobal('ResizeObserver', NoSizes))
afterAll(() => vi.unstubAllGlobals())
beforeEach(() => {
  setPrices.mockReset()
})
afterEach(cleanup)

const price = { id: 'p', tool: 'text-to-image', quality: 'high', credits: 10, since: null } as const

async function show() {
  const onClose = vi.fn<() => void>()
  render(() => (
    <QueryClientProvider client={new QueryClient()}>
      <I18nProvider>
        <PriceDialog price={price} onClose={onClose} />
      </I18nProvider>
    </QueryClientProvider>
  ))
  await screen.findByLabelText(/新价格/)
  return onClose
}
const type = (label: RegExp, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

it('says on the button what the price is and what it becomes, and sends what was seen with it', async () => {
  setPrices.mockResolvedValue([])
  const onClose = await show()
  type(/新价格/, '15')
  type(/原因/, '厂商涨价')
  press('改价：10 → 15')
  await expect.poll(() => onClose.mock.calls.length).toBe(1)
  expect(setPrices).toHaveBeenCalledWith({
    prices: [{ tool: 'text-to-image', quality: 'high', before: 10, credits: 15 }],
    reason: '厂商涨价',
  })
})

it.each([
  ['nothing', '', '', [/新价格/, /原因/]],
  ['no number', '一五', '厂商涨价', [/新价格/]],
  ['no reason', '15', ' ', [/原因/]],
  ['too much', '1001', '厂商涨价', [/新价格/]],
  ['parts of a credit', '1.5', '厂商涨价', [/新价格/]],
  ['the price that it is', '10', '厂商涨价', [/新价格/]],
])('sends %s nowhere, and says so at its box', async (_name, credits, reason, boxes) => {
  await show()
  type(/新价格/, credits)
  type(/原因/, reason)
  press(/^改价/)
  const invalid = () => screen.getAllByRole('textbox').filter((box) => box.getAttribute('aria-invalid') === 'true')
  await expect.poll(invalid).toEqual(boxes.map((label) => screen.getByLabelText(label)))
  expect(setPrices).not.toHaveBeenCalled()
})

it('says at its box that somebody else has just set another price', async () => {
  setPrices.mockRejectedValue(refusal('IMAGE_PRICE_CHANGED', { credits: 12, field: 'prices.0.credits' }))
  const onClose = await show()
  type(/新价格/, '15')
  type(/原因/, '厂商涨价')
  press('改价：10 → 15')
  expect(await screen.findByText(/现在是 12 积分/)).toBeTruthy()
  expect(onClose).not.toHaveBeenCalled()
})
