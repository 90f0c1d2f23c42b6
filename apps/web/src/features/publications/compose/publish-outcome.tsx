import { isErrorCode } from '@mozhou/contracts/errors'
import type { PlatformAccountDto, PublishDto } from '@mozhou/contracts/publications/answers'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Link } from '@tanstack/solid-router'
import { For, Show } from 'solid-js'
import { PlatformMark } from '../platform-mark.tsx'
import { PublicationState } from '../status-badge.tsx'
import { useI18n } from '../words.ts'

interface PublishOutcomeProps {
  published: PublishDto
  accounts: readonly PlatformAccountDto[]
}

/** What was taken, each with its own page, and what was not and why. That nothing of it is published yet is said, too. */
export function PublishOutcome(props: PublishOutcomeProps) {
  const { t, number } = useI18n()
  return (
    <div class="flex flex-col gap-4">
      <Show when={props.published.publications.length > 0}>
        <Notice tone="info" title={t('publishCompose.doneTitle', number(props.published.publications.length))}>
          {t('publishCompose.doneHint')}
        </Notice>
        <Card isFlush>
          <ul class="divide-y divide-line">
            <For each={props.published.publications}>
              {(row) => (
                <li class="flex flex-wrap items-center gap-3 px-4 py-3 text-sm">
                  <span class="min-w-0 flex-1 basis-48">
                    <PlatformMark
                      platform={row.platform}
                      account={row.account.name}
                      isSandbox={row.account.isSandbox}
                    />
                    <span class="block text-xs wrap-anywhere text-ink-3">{row.title}</span>
                  </span>
                  <PublicationState publication={row} />
                  <Link
                    to="/publish/$publicationId"
                    params={{ publicationId: row.id }}
                    class={buttonClass({ size: 'sm' })}
                  >
                    {t('publishCompose.see')}
                  </Link>
                </li>
              )}
            </For>
          </ul>
        </Card>
      </Show>
      <Show when={props.published.refused.length > 0}>
        <Card isFlush title={t('publishCompose.refusedTitle', number(props.published.refused.length))}>
          <ul class="divide-y divide-line">
            <For each={props.published.refused}>{(refused) => <RefusedRow {...props} refused={refused} />}</For>
          </ul>
        </Card>
      </Show>
      <div class="flex flex-wrap gap-2">
        <Link to="/publish" class={buttonClass({ variant: 'primary' })}>
          {t('publish.toList')}
        </Link>
        <Link to="/publish/new" search={{}} class={buttonClass({})}>
          {t('publishCompose.another')}
        </Link>
      </div>
    </div>
  )
}

function RefusedRow(props: PublishOutcomeProps & { refused: PublishDto['refused'][number] }) {
  const { shownError } = useI18n()
  const account = () => props.accounts.find(({ id }) => id === props.refused.accountId)
  const words = () => {
    const { code, params } = props.refused
    return shownError({ code: isErrorCode(code) ? code : 'INTERNAL', params, requestId: null, fields: [] })
  }
  return (
    <li class="px-4 py-3 text-sm">
      <Show when={account()}>{(known) => <PlatformMark platform={known().platform} account={known().name} />}</Show>
      <p class="text-ink-2">{words()}</p>
    </li>
  )
}
