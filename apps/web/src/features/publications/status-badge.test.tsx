import { cleanup, render } from '@solidjs/testing-library'
import { publicationStatuses } from '@mozhou/contracts/publications/kinds'
import { afterEach, expect, it } from 'vitest'
import { I18nProvider } from '../../i18n/i18n.ts'
import { PublicationState } from './status-badge.tsx'

afterEach(cleanup)

type Shown = Parameters<typeof PublicationState>[0]['publication']
const show = (publication: Shown) =>
  render(() => (
    <I18nProvider>
      <PublicationState publication={publication} />
    </I18nProvider>
  )).container.innerHTML

it('shows in words and in look whether the platform or the person says that it is out', () => {
  const platform = show({ status: 'published', confirmation: 'platform_confirmed' })
  const person = show({ status: 'published', confirmation: 'user_confirmed' })
  expect(platform).toContain('已发布 · 平台确认')
  expect(platform).toContain('bg-success-soft')
  expect(person).toContain('已发布 · 本人确认')
  expect(person).toContain('border-dashed')
  expect(person).not.toContain('success')
})

it('says 已发布 of nothing else', () => {
  for (const status of publicationStatuses.filter((one) => one !== 'published'))
    expect(show({ status, confirmation: null })).not.toContain('已发布')
})
