-- Of films: how long they are and how they are coded, as their containers say.
-- AlterTable
ALTER TABLE "file_assets" ADD COLUMN     "audio_codec" TEXT,
ADD COLUMN     "seconds" DOUBLE PRECISION,
ADD COLUMN     "video_codec" TEXT;

-- Measured whole or not at all.
ALTER TABLE "file_assets" ADD CONSTRAINT "file_assets_film_check" CHECK (
    ("seconds" IS NULL) = ("video_codec" IS NULL)
    AND ("seconds" IS NULL OR ("seconds" > 0 AND "width" > 0 AND "height" > 0)));

-- A person may say that there is AI in a film of theirs: it carries a mark then, too.
ALTER TABLE "files"
    DROP CONSTRAINT "files_content_check",
    ADD CONSTRAINT "files_content_check" CHECK (("origin" = 'creation') = ("content_id" IS NOT NULL) OR ("origin" = 'upload' AND "kind" = 'video'));

-- What a person wrote alone has the key of the press that made it, and was copied from nothing.
ALTER TABLE "creations"
    DROP CONSTRAINT "creations_copy_whole_check",
    ADD CONSTRAINT "creations_copy_whole_check" CHECK ("copied_from_id" IS NULL OR "copy_request_key" IS NOT NULL);
