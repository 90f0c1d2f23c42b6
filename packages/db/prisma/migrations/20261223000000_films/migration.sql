-- Of films: how long they are and how they are coded, as their containers say.
-- AlterTable
ALTER TABLE "file_assets" ADD COLUMN     "audio_codec" TEXT,
ADD COLUMN     "seconds" DOUBLE PRECISION,
ADD COLUMN     "video_codec" TEXT;

-- Measured whole or not at all.
ALTER TABLE "file_assets" ADD CONSTRAINT "file_assets_film_check" CHECK (
    ("seconds" IS NULL) = ("video_codec" IS NULL)
    AND ("seconds" IS NULL OR ("seconds" > 0 AND "width" > 0 AND "height" > 0)));
