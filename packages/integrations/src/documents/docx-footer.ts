import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from 'docx'
import { fontOf } from './docx-runs.ts'
import type { Face } from './docx-runs.ts'

export function pageNumberFooter(face: Face): Footer {
  const children = [PageNumber.CURRENT]
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children, size: face.size, font: fontOf(face) })],
      }),
    ],
  })
}
