import { cardSvg } from '@mozhou/platforms/cards/card-svg'
import type { PackageMedia } from '@mozhou/platforms/platform-package'
import { saveBlob } from '@mozhou/ui/device/save-file'

/**
 * Saves one of a package's pictures under its place in the order: the file that the platform would be sent, and a card that is not drawn yet as
 * this browser draws it. False where there is no picture, or it cannot be drawn.
 */
export async function savePicture(medium: PackageMedia, downloadUrl: string | null, place: number): Promise<boolean> {
  const name = String(place).padStart(2, '0')
  if (medium.kind === 'card' && downloadUrl === null) {
    const picture = await drawCard(medium)
    if (picture) saveBlob(`${name}.png`, picture)
    return picture !== null
  }
  if (downloadUrl === null) return false
  const link = document.createElement('a')
  link.href = downloadUrl
  link.download = `${name}-${medium.kind === 'file' ? medium.fact.name : `${medium.id}.png`}`
  link.click()
  return true
}

/** A card as the picture that platforms take, drawn by this browser at its full size. */
async function drawCard({ card }: Extract<PackageMedia, { kind: 'card' }>): Promise<Blob | null> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(cardSvg(card))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = card.width
  canvas.height = card.height
  canvas.getContext('2d')?.drawImage(image, 0, 0, card.width, card.height)
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/png')
  })
}
