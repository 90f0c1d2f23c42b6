import type { CreationRowDto } from '@mozhou/contracts/creations/answers'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Menu } from '@mozhou/ui/components/menu.tsx'
import { useNavigate } from '@tanstack/solid-router'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import { useI18n } from '../../i18n/i18n.ts'

interface RowMenuProps<Row extends CreationRowDto> {
  row: Row
  onRename: (row: Row) => void
  onDuplicate: (creationId: string) => void
  onExport: (creationId: string) => void
  onRemove: (creationId: string) => void
}

export function RowMenu<Row extends CreationRowDto>(props: RowMenuProps<Row>) {
  const { t } = useI18n()
  const navigate = useNavigate()
  const open = () => void navigate({ to: '/creations/$creationId', params: { creationId: props.row.id } })
  const publish = () => void navigate({ to: '/publish/new', search: { work: props.row.id } })
  const ask = () => void navigate({ to: '/support/new', search: { work: props.row.id } })
  /** What only a work of text has. */
  const ofTexts = () =>
    props.row.kind === 'writing'
      ? [
          { id: 'rename', label: t('library.rename'), onSelect: () => props.onRename(props.row) },
          { id: 'export', label: t('library.export'), onSelect: () => props.onExport(props.row.id) },
        ]
      : []
  return (
    <Menu
      triggerLabel={t('library.actions', props.row.title || t('creations.untitled'))}
      triggerClass={buttonClass({ variant: 'ghost', size: 'icon' })}
      trigger={<Ellipsis size={16} aria-hidden="true" />}
      groups={[
        {
          actions: [
            { id: 'open', label: t('library.open'), onSelect: open },
            { id: 'duplicate', label: t('library.duplicate'), onSelect: () => props.onDuplicate(props.row.id) },
            ...ofTexts(),
            ...(props.row.wordCount > 0 ? [{ id: 'publish', label: t('library.publish'), onSelect: publish }] : []),
            { id: 'support', label: t('library.askSupport'), onSelect: ask },
          ],
        },
        {
          actions: [
            { id: 'remove', label: t('library.remove'), isDanger: true, onSelect: () => props.onRemove(props.row.id) },
          ],
        },
      ]}
    />
  )
}
