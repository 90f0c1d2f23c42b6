import { IconButton } from '@mozhou/ui/components/icon-button.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { Slider } from '@mozhou/ui/components/slider.tsx'
import Eraser from 'lucide-solid/icons/eraser'
import Expand from 'lucide-solid/icons/expand'
import Redo from 'lucide-solid/icons/redo-2'
import SquareDashed from 'lucide-solid/icons/square-dashed'
import Undo from 'lucide-solid/icons/undo-2'
import ZoomIn from 'lucide-solid/icons/zoom-in'
import ZoomOut from 'lucide-solid/icons/zoom-out'
import { useI18n } from '../words.ts'
import { diameterRange } from './marks.ts'
import type { HandTool, MaskPainting } from './mask-painting.ts'

const tools: readonly HandTool[] = ['brush', 'eraser', 'move']

export function MaskToolbar(props: { painting: MaskPainting }) {
  const { t, number } = useI18n()
  const range = () => diameterRange(props.painting.picture)
  return (
    <div class="flex flex-wrap items-end gap-x-4 gap-y-3">
      <div class="w-full sm:w-60">
        <Segmented<HandTool>
          label={t('images.mask.tool')}
          value={props.painting.tool()}
          onValueChange={(tool) => props.painting.choose(tool)}
          options={tools.map((tool) => ({ value: tool, label: t(`images.mask.tools.${tool}`) }))}
        />
      </div>
      <Field
        class="min-w-32 flex-1 sm:max-w-56"
        label={t('images.mask.size')}
        aside={t('images.pixels', number(props.painting.diameter()))}
      >
        <Slider
          min={range().min}
          max={range().max}
          step={1}
          value={props.painting.diameter()}
          onValueChange={(diameter) => props.painting.resize(diameter)}
        />
      </Field>
      <div class="flex flex-wrap gap-1">
        <IconButton
          label={t('images.mask.undo')}
          disabled={!props.painting.canUndo()}
          onClick={() => props.painting.undo()}
        >
          <Undo size={17} aria-hidden="true" />
        </IconButton>
        <IconButton
          label={t('images.mask.redo')}
          disabled={!props.painting.canRedo()}
          onClick={() => props.painting.redo()}
        >
          <Redo size={17} aria-hidden="true" />
        </IconButton>
        <IconButton label={t('images.mask.all')} onClick={() => props.painting.markAll()}>
          <SquareDashed size={17} aria-hidden="true" />
        </IconButton>
        <IconButton
          label={t('images.mask.clear')}
          disabled={!props.painting.mayCover()}
          onClick={() => props.painting.clear()}
        >
          <Eraser size={17} aria-hidden="true" />
        </IconButton>
        <IconButton label={t('images.mask.zoomIn')} onClick={() => props.painting.zoom(1.5)}>
          <ZoomIn size={17} aria-hidden="true" />
        </IconButton>
        <IconButton
          label={t('images.mask.zoomOut')}
          disabled={props.painting.isFitted()}
          onClick={() => props.painting.zoom(1 / 1.5)}
        >
          <ZoomOut size={17} aria-hidden="true" />
        </IconButton>
        <IconButton
          label={t('images.mask.fit')}
          disabled={props.painting.isFitted()}
          onClick={() => props.painting.fit()}
        >
          <Expand size={17} aria-hidden="true" />
        </IconButton>
      </div>
    </div>
  )
}
