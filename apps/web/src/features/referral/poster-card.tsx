import type { MyCodeDto } from '@mozhou/contracts/referrals/answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Skeleton } from '@mozhou/ui/components/skeleton.tsx'
import { saveBlob } from '@mozhou/ui/device/save-file'
import { createMemo, createResource, onCleanup, Show } from 'solid-js'
import { drawPng } from './draw-png.ts'
import { posterSvg } from './poster.ts'
import { useI18n } from './words.ts'

/** The picture itself stands in the page: a phone saves it by pressing it long. */
export function PosterCard(props: { invitation: MyCodeDto }) {
  const { t, number } = useI18n()
  const gift = () => props.invitation.offer?.welcomeCredits ?? 0
  const svg = createMemo(() =>
    posterSvg({
      title: t('referral.posterTitle'),
      line: t('referral.posterLine'),
      gift: gift() > 0 ? t('referral.posterGift', number(gift())) : null,
      codeLabel: t('referral.posterCode'),
      code: props.invitation.code,
      link: props.invitation.link,
    }),
  )
  const [png] = createResource(svg, drawPng)
  const address = createMemo(() => {
    const blob = png.state === 'ready' ? png() : undefined
    if (!blob) return null
    const url = URL.createObjectURL(blob)
    onCleanup(() => URL.revokeObjectURL(url))
    return url
  })
  const nameOf = (ending: string) => `mozhou-${props.invitation.code}.${ending}`
  const save = (ending: string, blob: Blob | undefined) => {
    if (blob) saveBlob(nameOf(ending), blob)
  }
  return (
    <Card title={t('referral.poster')} description={t('referral.posterHint')}>
      <div class="flex flex-col items-center gap-4">
        <Show when={png.state !== 'errored'} fallback={<Notice tone="warning">{t('referral.posterFailed')}</Notice>}>
          <Show when={address()} fallback={<Skeleton class="h-[22rem] w-60" />}>
            {(src) => (
              <img
                src={src()}
                alt={t('referral.posterAlt', props.invitation.code)}
                width="240"
                height="352"
                class="rounded-lg border border-line"
              />
            )}
          </Show>
        </Show>
        <div class="flex flex-wrap justify-center gap-2">
          <Button disabled={png.state !== 'ready'} onClick={() => save('png', png())}>
            {t('referral.savePng')}
          </Button>
          <Button onClick={() => save('svg', new Blob([svg()], { type: 'image/svg+xml' }))}>
            {t('referral.saveSvg')}
          </Button>
        </div>
      </div>
    </Card>
  )
}
