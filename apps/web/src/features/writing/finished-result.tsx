import type { CreationDto, VersionDto } from '@mozhou/contracts/creations/answers'
import { missingSections } from '@mozhou/contracts/tools/checks'
import type { ToolResult } from '@mozhou/contracts/results/section'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Later } from '@mozhou/ui/components/later.tsx'
import { lazyPart } from '@mozhou/ui/components/lazy-part.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Tabs } from '@mozhou/ui/components/tabs.tsx'
import { ReceiptDrawer } from '@mozhou/ui/receipt/receipt-drawer.tsx'
import ReceiptText from 'lucide-solid/icons/receipt-text'
import { createMemo, createSignal, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'
import { RewritesHint } from '../editing/waiting-rewrites.tsx'
import { FailureNotice } from './failure-notice.tsx'
import { AskAboutReceipt } from '../works/ask-about-receipt.tsx'
import { receiptOf } from '../works/queries.ts'
import { ResultChecks } from '../works/result-checks.tsx'
import { ReplacedTexts } from '../works/replaced-texts.tsx'
import { ResultActions } from './result-actions.tsx'
import { ResultSections } from '../works/result-sections.tsx'
import type { StudioContext } from './studio-context.ts'

const EditTab = lazyPart(() => import('../editing/edit-tab.tsx').then((module) => module.EditTab))
const WorkPictures = lazyPart(() =>
  import('../images/attachments/work-pictures.tsx').then((module) => module.WorkPictures),
)
const VersionsPanel = lazyPart(() => import('../versions/versions-panel.tsx').then((module) => module.VersionsPanel))

interface FinishedResultProps {
  context: StudioContext
  creation: CreationDto
}

export function FinishedResult(props: FinishedResultProps) {
  const { t, number } = useI18n()
  const [tab, setTab] = createSignal('article')
  const [isReceiptOpen, setIsReceiptOpen] = createSignal(false)
  const versionCount = () => props.creation.currentVersion?.ordinal ?? 0
  const hasText = createMemo(() => props.creation.currentVersion !== null)
  const editTab = {
    value: 'edit',
    get label() {
      return t('writing.edit')
    },
    content: () => (
      <Show when={props.creation.currentVersion}>
        {(version) => (
          <EditTab
            tool={props.context.tool}
            creation={props.creation}
            version={version()}
            onSaved={() => setTab('article')}
          />
        )}
      </Show>
    ),
  }
  const picturesTab = {
    value: 'pictures',
    get label() {
      return t('writing.tabPictures')
    },
    content: () => <WorkPictures creationId={props.creation.id} />,
  }
  // Labels are getters, so that a new count makes no new tab: what is being typed or asked for in the old one would be gone.
  const tabs = createMemo(() => [
    {
      value: 'article',
      get label() {
        return t('writing.tabArticle')
      },
      content: () => <ArticleTab context={props.context} creation={props.creation} onEdit={() => setTab('edit')} />,
    },
    ...(hasText() ? [editTab, picturesTab] : []),
    {
      value: 'versions',
      get label() {
        return versionCount() === 0 ? t('writing.tabNoVersions') : t('writing.tabVersions', number(versionCount()))
      },
      content: () => <VersionsPanel creation={props.creation} tool={props.context.tool} />,
    },
  ])
  return (
    <>
      <Tabs
        label={t('writing.resultTitle')}
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
        receipt={receiptOf(props.creation.id)}
        isOpen={isReceiptOpen()}
        onClose={() => setIsReceiptOpen(false)}
        footer={<AskAboutReceipt creationId={props.creation.id} />}
      />
    </>
  )
}

function ArticleTab(props: FinishedResultProps & { onEdit: () => void }) {
  return (
    <>
      <div class="flex flex-col gap-4 p-4 sm:p-6">
        <FailureNotice context={props.context} creation={props.creation} />
        <Show when={props.creation.currentVersion}>
          {(version) => (
            <>
              <RewritesHint creationId={props.creation.id} onOpen={props.onEdit} />
              <IncompleteNotice tool={props.context.tool} creation={props.creation} version={version()} />
              <ReplacedTexts texts={props.creation.replacedTexts} model={version().model} />
              <ResultSections tool={props.context.tool} result={version().result} />
              <Later>
                <ResultChecks checks={version().checks} />
              </Later>
              <VersionMarks version={version()} />
            </>
          )}
        </Show>
      </div>
      <Show when={props.creation.currentVersion}>
        {(version) => (
          <Later>
            <ResultActions context={props.context} creation={props.creation} version={version()} />
          </Later>
        )}
      </Show>
    </>
  )
}

function IncompleteNotice(props: { tool: ToolDefinition; creation: CreationDto; version: VersionDto }) {
  const { t, pick, number } = useI18n()
  const missing = () => missingSections(props.tool, props.version.result as ToolResult).map(({ label }) => pick(label))
  /** The model may have said that it was done: only what can be seen is told. */
  const isOpen = () => props.version.checks.some(({ rule, severity }) => rule === 'ending' && severity === 'warn')
  const hint = () => {
    const left = number(props.creation.continuationsLeft)
    const isNoMore = props.creation.continuationsLeft === 0
    if (missing().length > 0 && !isNoMore) return t('writing.missingHint', missing().join(t('writing.and')), left)
    if (isOpen()) return isNoMore ? t('writing.openNoMore') : t('writing.openHint', left)
    return isNoMore ? t('writing.incompleteNoMore') : t('writing.incompleteHint', left)
  }
  return (
    <Show
      when={props.version.isPartial}
      fallback={
        <Show when={props.creation.isIncomplete}>
          <Notice tone="warning" title={t('writing.incompleteTitle')}>
            {hint()}
          </Notice>
        </Show>
      }
    >
      <Notice tone="info" title={t('writing.partialTitle')}>
        {t('writing.partialHint')}
      </Notice>
    </Show>
  )
}

function VersionMarks(props: { version: VersionDto }) {
  const { t } = useI18n()
  return (
    <p class="flex flex-wrap items-center gap-2 text-xs text-ink-3">
      <Show when={props.version.model}>{(model) => <Badge>{model()}</Badge>}</Show>
      <Show when={props.version.isSandbox}>
        <Badge tone="warning">{t('writing.sandboxSample')}</Badge>
      </Show>
      {t('writing.aiNotice')}
    </p>
  )
}
