import { Page } from '@mozhou/ui/app/page.tsx'
import type { JSX } from 'solid-js'
import { MachineCards } from './machine-cards.tsx'
import { overviewMenu } from './menu.ts'
import { TodayCards } from './today-cards.tsx'
import { WaitingCards } from './waiting-cards.tsx'
import { useI18n } from './words.ts'

/** How it goes, and what waits. Each card is read by itself, for who may see it. */
export function OverviewPage() {
  const { t, pick } = useI18n()
  return (
    <Page title={pick(overviewMenu.title)} subtitle={t('overview.subtitle')}>
      <Section title={t('overview.today')} class="sm:grid-cols-2 xl:grid-cols-4">
        <TodayCards />
      </Section>
      <Section title={t('overview.waiting')} class="sm:grid-cols-2 xl:grid-cols-4">
        <WaitingCards />
      </Section>
      <Section title={t('overview.machines')} class="lg:grid-cols-3">
        <MachineCards />
      </Section>
    </Page>
  )
}

function Section(props: { title: string; class: string; children: JSX.Element }) {
  return (
    <section class="mb-6" aria-label={props.title}>
      <h2 class="mb-2 text-sm font-semibold text-ink-2">{props.title}</h2>
      <div class={`grid gap-4 ${props.class}`}>{props.children}</div>
    </section>
  )
}
