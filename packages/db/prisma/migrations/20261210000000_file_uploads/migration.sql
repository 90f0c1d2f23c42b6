-- AlterTable
ALTER TABLE "file_space" ADD COLUMN     "held_bytes" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "file_uploads" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "request_key" TEXT,
    "name" TEXT,
    "kind" TEXT,
    "bytes" BIGINT NOT NULL,
    "held_bytes" BIGINT NOT NULL,
    "file_id" UUID,
    "refusal" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "file_uploads_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "file_uploads_user_id_idx" ON "file_uploads"("user_id");

-- CreateIndex
CREATE INDEX "file_uploads_expires_at_idx" ON "file_uploads"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "file_uploads_user_id_request_key_key" ON "file_uploads"("user_id", "request_key");

-- CreateIndex
CREATE INDEX "file_space_bytes_user_id_idx" ON "file_space"("bytes" DESC, "user_id" DESC);

-- AddForeignKey
ALTER TABLE "file_uploads" ADD CONSTRAINT "file_uploads_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "files"
    DROP CONSTRAINT "files_kind_check",
    ADD CONSTRAINT "files_kind_check" CHECK ("kind" IN ('picture', 'document', 'video', 'audio'));

ALTER TABLE "file_uploads"
    ADD CONSTRAINT "file_uploads_kind_check" CHECK ("kind" IN ('picture', 'document', 'video', 'audio')),
    ADD CONSTRAINT "file_uploads_bytes_check" CHECK ("bytes" > 0),
    -- Held whole until it is over, and given back once.
    ADD CONSTRAINT "file_uploads_held_check" CHECK ("held_bytes" IN (0, "bytes")),
    ADD CONSTRAINT "file_uploads_end_check" CHECK (("file_id" IS NULL AND "refusal" IS NULL) = ("held_bytes" > 0)),
    ADD CONSTRAINT "file_uploads_one_end_check" CHECK ("file_id" IS NULL OR "refusal" IS NULL);

-- Never more was given back than was taken.
ALTER TABLE "file_space" ADD CONSTRAINT "file_space_held_check" CHECK ("held_bytes" >= 0);
