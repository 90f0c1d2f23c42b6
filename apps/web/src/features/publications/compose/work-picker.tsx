import type { CreationRowDto } from '@mozhou/contracts/creations/answers'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { Button } from '@mozhou/ui/components/button.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { lazyPart } from '@mozhou/ui/components/lazy-part.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { Link } from '@tanstack/solid-router'
import PenLine from 'lucide-solid/icons/pen-line'
import { createSignal, onCleanup, Show } from 'solid-js'
import { finishedWorks } from '../queries.ts'
import { useI18n } from '../words.ts'

const OwnWords = lazyPart(
  () => import('./own-words.tsx').then((module) => module.OwnWords),
  () => null,
)

const restMs = 300

/** Finished works, the newest first. */
export function WorkPicker() {
  const { t } = useI18n()
  const [typed, setTyped] = createSignal('')
  const [asked, setAsked] = createSignal('')
  const [isWriting, setIsWriting] = createSignal(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  const type = (value: string) => {
    setTyped(value)
    clearTimeout(timer)
    timer = setTimeout(() => setAsked(value.trim()), restMs)
  }
  const works = useInfiniteQuery(() => finishedWorks(asked()))
  return (
    <Card
      isFlush
      title={t('publishCompose.chooseWork')}
      description={t('publishCompose.chooseWorkHint')}
      aside={
        <div class="flex flex-wrap items-center gap-2">
          <Button icon={<PenLine size={15} aria-hidden="true" />} onClick={() => setIsWriting(true)}>
            {t('publishCompose.ownWords')}
          </Button>
          <TextInput
            class="w-full sm:w-56"
            type="search"
            aria-label={t('publishCompose.search')}
            placeholder={t('publishCompose.search')}
            value={typed()}
            onValueChange={type}
          />
        </div>
      }
    >
      <DataTable
        caption={t('publishCompose.chooseWork')}
        columns={useColumns()()}
        query={works}
        empty={
          <EmptyState
            icon={<PenLine size={22} aria-hidden="true" />}
            title={t('publishCompose.noWorks')}
            description={t('publishCompose.noWorksHint')}
            action={
              <Link to="/writing" class={buttonClass({ variant: 'primary' })}>
                {t('publishCompose.write')}
              </Link>
            }
          />
        }
      />
      <Show when={isWriting()}>
        <OwnWords onClose={() => setIsWriting(false)} />
      </Show>
    </Card>
  )
}

function useColumns() {
  const { t, pick, number, time, exactTime } = useI18n()
  return () => [
    {
      key: 'work',
      header: t('publish.work'),
      isPrimary: true,
      cell: (row: CreationRowDto) => (
        <Link
          to="/publish/new"
          search={{ work: row.id }}
          class="font-medium wrap-anywhere whitespace-normal hover:underline"
        >
          {row.title || t('publish.untitled')}
        </Link>
      ),
    },
    {
      key: 'kind',
      header: t('publishCompose.contentType'),
      cell: (row: CreationRowDto) => `${pick(row.toolTitle)} · ${t('writing.words', number(row.wordCount))}`,
    },
    {
      key: 'time',
      header: t('publish.when'),
      cell: (row: CreationRowDto) => <time title={exactTime(row.updatedAt)}>{time(row.updatedAt)}</time>,
    },
  ]
}
