import { capabilities, capabilityTitles } from '@mozhou/contracts/models/kinds'
import { createModelInput } from '@mozhou/contracts/models/inputs'
import { createForm } from '@mozhou/ui/forms/create-form'
import type { Form } from '@mozhou/ui/forms/create-form'
import { cleanup, fireEvent, render, screen, within } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { I18nProvider } from '../../i18n/i18n.ts'
import { emptyModelForm, modelInputOf } from './model-form-values.ts'
import type { ModelFormValues } from './model-form-values.ts'
import { ModelForm } from './model-form.tsx'

afterEach(cleanup)

function show(values = emptyModelForm(Date.parse('2026-11-24T01:00:00Z'))) {
  const shown: { form?: Form<ModelFormValues> } = {}
  render(() => {
    const form = createForm({ initial: values, schema: () => Promise.resolve(createModelInput) })
    shown.form = form
    const others = [
      { id: 'mdl_1', alias: '同能力', capability: 'text' },
      { id: 'mdl_2', alias: '另一种能力', capability: 'image' },
    ]
    return (
      <I18nProvider>
        <ModelForm form={form} keyLast4={null} others={others} />
      </I18nProvider>
    )
  })
  return () => shown.form
}

async function optionsOf(name: string): Promise<(string | null)[]> {
  fireEvent.click(screen.getByRole('combobox', { name: new RegExp(name) }))
  const list = await screen.findByRole('listbox', { hidden: true })
  return within(list)
    .getAllByRole('option', { hidden: true })
    .map((option) => option.textContent)
}

it('lets a capability be chosen, of those that there are', async () => {
  show()
  expect(await optionsOf('能力')).toEqual(capabilities.map((capability) => capabilityTitles[capability].zh))
  expect(modelInputOf(emptyModelForm(0), false)).toMatchObject({ capability: 'text' })
})

it('offers as replacements models of the same capability alone', async () => {
  show()
  expect(await optionsOf('替代模型')).toEqual(['不指定', '同能力'])
})

it('asks of a model of pictures what pictures need, and of its vendors alone', async () => {
  const form = show({ ...emptyModelForm(0), vendor: 'anthropic' })
  expect(screen.queryByLabelText(/每张图片/)).toBeNull()
  form()?.set('capability', 'image')
  expect(await screen.findByLabelText(/每张图片/)).toBeTruthy()
  expect(screen.getByLabelText(/提交超时/)).toBeTruthy()
  for (const gone of [/单次最多输出/, /上下文/, /缓存命中/, /首字超时/])
    expect(screen.queryByLabelText(gone)).toBeNull()
  expect(form()?.values()).toMatchObject({ vendor: 'openai', 'price.inputMicroYuanPerMillion': '0' })
  const limits = screen.getByRole('region', { name: '图片能力与限制' })
  expect(within(limits).getByText(/文生图/)).toBeTruthy()
  expect(within(limits).getByText('查不回来，按未成功处理')).toBeTruthy()
  form()?.set('vendor', 'qwen')
  form()?.set('upstreamModel', 'wanx2.1-imageedit')
  expect(await within(limits).findByText(/局部重绘/)).toBeTruthy()
  expect(within(limits).getByText('2× · 4×')).toBeTruthy()
  form()?.set('vendor', 'openai')
  expect(await optionsOf('厂商')).toEqual(expect.arrayContaining(['Stability AI', 'AUTOMATIC1111（自建）']))
})
