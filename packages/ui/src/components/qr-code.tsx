import { QrCode as ArkQrCode } from '@ark-ui/solid/qr-code'

/** A text to be scanned. Black on white in both themes: scanners want it so. */
export function QrCode(props: { text: string; label: string }) {
  return (
    <div class="rounded-lg border border-line bg-white p-3" role="img" aria-label={props.label}>
      <ArkQrCode.Root value={props.text} encoding={{ ecc: 'M' }}>
        <ArkQrCode.Frame class="block size-52 fill-black">
          <ArkQrCode.Pattern />
        </ArkQrCode.Frame>
      </ArkQrCode.Root>
    </div>
  )
}
