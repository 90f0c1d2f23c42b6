import type { CreationDto } from '@mozhou/contracts/creations/answers'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Link } from '@tanstack/solid-router'
import { Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'

/** A work in the trash can still be read by its address; what changes it is refused until it is brought back. */
export function TrashNotice(props: { creation: Pick<CreationDto, 'deletedAt'> }) {
  const { t } = useI18n()
  return (
    <Show when={props.creation.deletedAt !== null}>
      <div class="mb-4">
        <Notice
          tone="warning"
          title={t('library.inTrashTitle')}
          action={
            <Link to="/creations/trash" class={buttonClass({ size: 'sm' })}>
              {t('library.seeTrash')}
            </Link>
          }
        >
          {t('library.inTrashHint')}
        </Notice>
      </div>
    </Show>
  )
}
