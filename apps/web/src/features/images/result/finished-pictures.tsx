import type { ImageCreationDto, ImageVersionDto } from '@mozhou/contracts/images/answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Tabs } from '@mozhou/ui/components/tabs.tsx'
import { ReceiptDrawer } from '@mozhou/ui/receipt/receipt-drawer.tsx'
import ReceiptText from 'lucide-solid/icons/receipt-text'
import { createEffect, createMemo, createSignal, on, Show } from 'solid-js'
import { AskAboutReceipt } from '../../works/ask-about-receipt.tsx'
import { receiptOf } from '../../works/queries.ts'
import type { ImageStudioContext } from '../studio-context.ts'
import { VersionTree } from '../versions/version-tree.tsx'
import { useI18n } from '../words.ts'
import { RunOutcome } from './run-outcome.tsx'
import { useVersionFacts } from './version-facts.ts'
import { VersionPictures } from './version-pictures.tsx'

interface FinishedPicturesProps {
  context: ImageStudioContext
  work: ImageCreationDto
}

/** A work that is not being worked on: its pictures, its versions and its receipt. */
export function FinishedPictures(props: FinishedPicturesProps) {
  const { t, number } = useI18n()
  const [tab, setTab] = createSignal('pictures')
  const [shownId, setShownId] = createSignal<string | null>(props.work.currentVersionId)
  const [isReceiptOpen, setIsReceiptOpen] = createSignal(false)
  // What has just been made is what one wants to see.
  const currentId = createMemo(() => props.work.currentVersionId)
  createEffect(on(currentId, setShownId, { defer: true }))
  const shown = () => props.work.versions.find(({ id }) => id === shownId()) ?? props.work.versions.at(-1) ?? null
  // Labels are getters, so that a new count makes no new tab.
  const tabs = createMemo(() => [
    {
      value: 'pictures',
      get label() {
        return t('images.result.tabPictures')
      },
      content: () => <PicturesTab {...props} shown={shown()} />,
    },
    {
      value: 'versions',
      get label() {
        const count = props.work.versions.length
        return count === 0 ? t('writing.tabNoVersions') : t('images.result.tabVersions', number(count))
      },
      content: () => (
        <VersionsTab work={props.work} shown={shown()} onShow={setShownId} onOpen={() => setTab('pictures')} />
      ),
    },
  ])
  return (
    <>
      <Tabs
        label={t('images.result.title')}
        value={tab()}
        onValueChange={setTab}
        aside={
          <Button
            size="sm"
            variant="ghost"
            icon={<ReceiptText size={15} aria-hidden="true" />}
            onClick={() => setIsReceiptOpen(true)}
          >
            {t('writing.receipt')}
          </Button>
        }
        tabs={tabs()}
      />
      <ReceiptDrawer
        receipt={receiptOf(props.work.creation.id)}
        isOpen={isReceiptOpen()}
        onClose={() => setIsReceiptOpen(false)}
        footer={<AskAboutReceipt creationId={props.work.creation.id} />}
      />
    </>
  )
}

function PicturesTab(props: FinishedPicturesProps & { shown: ImageVersionDto | null }) {
  return (
    <div class="flex flex-col">
      <RunOutcome context={props.context} work={props.work} shown={props.shown} />
      <Show when={props.shown}>
        {(version) => <VersionPictures context={props.context} work={props.work} version={version()} />}
      </Show>
    </div>
  )
}

interface VersionsTabProps {
  work: ImageCreationDto
  shown: ImageVersionDto | null
  onShow: (versionId: string) => void
  onOpen: () => void
}

function VersionsTab(props: VersionsTabProps) {
  const { t } = useI18n()
  const facts = useVersionFacts()
  const versions = createMemo(() =>
    props.work.versions.map((version) => ({
      id: version.id,
      parentId: version.parentVersionId,
      title: facts.title(version),
      facts: facts.made(version),
      thumbnails: version.pictures.flatMap(({ urls }) => (urls ? [urls.icon] : [])),
    })),
  )
  return (
    <div class="flex flex-col gap-3 p-4 sm:p-6">
      <p class="text-xs text-ink-3">{t(versions().length === 0 ? 'creations.versionsEmpty' : 'images.tree.hint')}</p>
      <VersionTree
        versions={versions()}
        currentId={props.work.currentVersionId}
        shownId={props.shown?.id ?? null}
        onShow={props.onShow}
      />
      <Show when={props.shown}>
        {(version) => (
          <div class="flex justify-end">
            <Button onClick={() => props.onOpen()}>{t('images.tree.see', facts.title(version()))}</Button>
          </div>
        )}
      </Show>
    </div>
  )
}
