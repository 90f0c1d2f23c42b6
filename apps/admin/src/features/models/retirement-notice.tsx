import type { ModelAdminDto } from '@mozhou/contracts/models/answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Show } from 'solid-js'
import { useI18n } from './words.ts'

/** The vendor has ended, or will end, the id behind this alias: says so, with its source, and fills in the successor. */
export function RetirementNotice(props: { model: ModelAdminDto; onUse: (upstreamModel: string) => void }) {
  const { t } = useI18n()
  return (
    <Show when={props.model.retirement}>
      {(retirement) => (
        <Notice
          tone="warning"
          title={t('models.retirementTitle', props.model.upstreamModel)}
          action={
            <Show when={retirement().replacements[0]}>
              {(id) => (
                <Button size="sm" onClick={() => props.onUse(id())}>
                  {t('models.usePoint', id())}
                </Button>
              )}
            </Show>
          }
        >
          <p>{t('models.retirementHint', retirement().replacements.join(' / '))}</p>
          <p class="text-xs text-ink-2">{t('models.retirementSource', retirement().source)}</p>
        </Notice>
      )}
    </Show>
  )
}

/** Nobody else becomes the default by itself when the default's last day comes. `day` is empty where none was entered. */
export function DefaultEndsNotice(props: { day: string }) {
  const { t } = useI18n()
  return (
    <Show when={props.day}>
      {(day) => (
        <Notice tone="warning" title={t('models.defaultEndsTitle', day())}>
          <p>{t('models.defaultEndsHint')}</p>
        </Notice>
      )}
    </Show>
  )
}
