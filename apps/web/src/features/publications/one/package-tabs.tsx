import type { PublicationDetailDto } from '@mozhou/contracts/publications/answers'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Tabs } from '@mozhou/ui/components/tabs.tsx'
import { createMemo, createSignal } from 'solid-js'
import { PackageChanges } from '../package/package-changes.tsx'
import { PackagePreview } from '../package/package-preview.tsx'
import { PackageResults } from '../package/package-results.tsx'
import { useI18n } from '../words.ts'
import { EvidenceList } from './evidence-list.tsx'
import { resultsIn } from './results-in.ts'
import { HistoryList } from './history-list.tsx'

/** Evidence first: it is what a person comes back for. Then what went out. */
export function PackageTabs(props: { publication: PublicationDetailDto }) {
  const { t } = useI18n()
  const [tab, setTab] = createSignal('evidence')
  const urlOf = (id: string) => props.publication.mediaLinks.find((link) => link.id === id)?.url ?? null
  // Labels are getters, so that neither a reading nor a switch of language makes new tabs.
  const tabs = createMemo(() => [
    {
      value: 'evidence',
      get label() {
        return t('publishOne.tabEvidence')
      },
      content: () => <EvidenceList publication={props.publication} />,
    },
    {
      value: 'history',
      get label() {
        return t('publishOne.tabHistory')
      },
      content: () => <HistoryList publication={props.publication} />,
    },
    {
      value: 'preview',
      get label() {
        return t('publishOne.tabPreview')
      },
      content: () => (
        <div class="p-4">
          <PackagePreview
            package={props.publication.package}
            accountName={props.publication.account.name}
            pictureUrl={urlOf}
          />
        </div>
      ),
    },
    {
      value: 'rules',
      get label() {
        return t('publishOne.tabRules')
      },
      content: () => (
        <div class="p-4">
          <PackageResults package={props.publication.package} results={resultsIn(props.publication.report)} />
        </div>
      ),
    },
    {
      value: 'changes',
      get label() {
        return t('publishOne.tabChanges')
      },
      content: () => (
        <div class="p-4">
          <PackageChanges changes={props.publication.changes} />
        </div>
      ),
    },
  ])
  return (
    <Card isFlush>
      <Tabs label={t('publishOne.package')} value={tab()} onValueChange={setTab} tabs={tabs()} />
    </Card>
  )
}
