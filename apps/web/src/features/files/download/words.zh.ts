/** In which format and how large a picture is downloaded, in Chinese: the source dictionary. */
export const downloadZh = {
  download: {
    hint: '图片不会被放大；要更大的图，请先用“放大”。这台设备会记住你的选择。',
    now: '按此下载',
    format: '格式',
    formatKept: '原格式',
    size: '尺寸',
    sizeFull: '原尺寸',
    longSide: (pixels: string) => `长边 ${pixels}`,
    sides: (width: string, height: string) => `${width} × ${height} 像素`,
  },
}
