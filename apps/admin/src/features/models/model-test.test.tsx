import { createModelInput } from '@mozhou/contracts/models/inputs'
import type { TrialDto } from '@mozhou/contracts/models/answers'
import { createForm } from '@mozhou/ui/forms/create-form'
import { QueryClient, QueryClientProvider } from '@tanstack/solid-query'
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { I18nProvider } from '../../i18n/i18n.ts'
import { emptyModelForm } from './model-form-values.ts'
import { ModelTest } from './model-test.tsx'

afterEach(cleanup)

const answer: TrialDto = {
  isOk: true,
  text: '',
  isCut: false,
  latencyMs: 1_200,
  firstTokenMs: null,
  inputTokens: 0,
  outputTokens: 0,
  isEstimated: false,
  costMicroYuan: 140_000,
  picture: { type: 'image/png', width: 1024, height: 768, base64: 'iVBORw0KGgo=' },
  failureKind: null,
  vendorCode: null,
}

it('shows the picture of a try', async () => {
  const filled = { ...emptyModelForm(0), alias: '甲', upstreamModel: 'm', baseUrl: 'https://models.example' }
  const values = {
    ...filled,
    'credentials.apiKey': 'sk-1234',
    'price.inputMicroYuanPerMillion': '0',
    'price.outputMicroYuanPerMillion': '0',
  }
  render(() => (
    <QueryClientProvider client={new QueryClient()}>
      <I18nProvider>
        <ModelTest
          form={createForm({ initial: values, toInput: () => valid, schema: () => Promise.resolve(createModelInput) })}
          send={() => Promise.resolve(answer)}
        />
      </I18nProvider>
    </QueryClientProvider>
  ))
  fireEvent.click(screen.getByRole('button', { name: '试调用' }))
  const picture = await screen.findByRole('img', { name: /1,024 × 768/ })
  expect(picture.getAttribute('src')).toBe('data:image/png;base64,iVBORw0KGgo=')
})

const valid = {
  vendor: 'stability',
  capability: 'image',
  alias: '甲',
  upstreamModel: 'core',
  baseUrl: 'https://models.example',
  authProfile: 'bearer',
  parameters: { maxOutputTokens: 16, reasoning: 'off', sampling: 'forbidden' },
  limits: { contextTokens: 8_000, firstTokenTimeoutMs: 30_000, idleTimeoutMs: 30_000 },
  priority: 100,
  isMembersOnly: false,
  isEnabled: true,
  price: { inputMicroYuanPerMillion: 0, outputMicroYuanPerMillion: 0, effectiveFrom: '2026-01-01T00:00:00.000Z' },
  credentials: { apiKey: 'sk-1234' },
}
