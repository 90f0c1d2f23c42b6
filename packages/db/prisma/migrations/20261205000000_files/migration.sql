-- CreateTable
CREATE TABLE "file_blobs" (
    "sha256" CHAR(64) NOT NULL,
    "bytes" INTEGER NOT NULL,
    "touched_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "file_blobs_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "files" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "creation_id" UUID,
    "kind" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "content_id" TEXT,
    "origin_key" TEXT,
    "space_bytes" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file_assets" (
    "id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "size" TEXT,
    "sha256" CHAR(64) NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "file_assets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file_space" (
    "user_id" UUID NOT NULL,
    "bytes" BIGINT NOT NULL,

    CONSTRAINT "file_space_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "unmarked_takes" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "content_id" TEXT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "terms" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "unmarked_takes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "files_origin_key_key" ON "files"("origin_key");

-- CreateIndex
CREATE INDEX "files_user_id_created_at_id_idx" ON "files"("user_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "files_creation_id_idx" ON "files"("creation_id");

-- CreateIndex
CREATE INDEX "file_assets_file_id_idx" ON "file_assets"("file_id");

-- CreateIndex
CREATE INDEX "file_assets_sha256_idx" ON "file_assets"("sha256");

-- CreateIndex
CREATE INDEX "file_assets_expires_at_idx" ON "file_assets"("expires_at");

-- CreateIndex
CREATE INDEX "unmarked_takes_user_id_created_at_idx" ON "unmarked_takes"("user_id", "created_at" DESC);

-- AddForeignKey
ALTER TABLE "files" ADD CONSTRAINT "files_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "files" ADD CONSTRAINT "files_creation_id_fkey" FOREIGN KEY ("creation_id") REFERENCES "creations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_assets" ADD CONSTRAINT "file_assets_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_assets" ADD CONSTRAINT "file_assets_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "file_blobs"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_space" ADD CONSTRAINT "file_space_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unmarked_takes" ADD CONSTRAINT "unmarked_takes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "file_blobs"
    ADD CONSTRAINT "file_blobs_sha256_shape_check" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
    ADD CONSTRAINT "file_blobs_bytes_check" CHECK ("bytes" > 0);

ALTER TABLE "files"
    ADD CONSTRAINT "files_kind_check" CHECK ("kind" IN ('picture', 'document')),
    ADD CONSTRAINT "files_origin_check" CHECK ("origin" IN ('upload', 'creation')),
    -- What the platform made has the number that its mark names.
    ADD CONSTRAINT "files_content_check" CHECK (("origin" = 'creation') = ("content_id" IS NOT NULL)),
    ADD CONSTRAINT "files_space_check" CHECK ("space_bytes" >= 0);
CREATE INDEX "files_trash_idx" ON "files" ("deleted_at") WHERE "deleted_at" IS NOT NULL;

ALTER TABLE "file_assets"
    ADD CONSTRAINT "file_assets_purpose_check" CHECK ("purpose" IN ('original', 'delivery', 'thumbnail', 'mask', 'intermediate')),
    ADD CONSTRAINT "file_assets_size_check" CHECK ("size" IN ('card', 'icon')),
    ADD CONSTRAINT "file_assets_thumbnail_check" CHECK (("purpose" = 'thumbnail') = ("size" IS NOT NULL)),
    ADD CONSTRAINT "file_assets_expiry_check" CHECK (("purpose" IN ('mask', 'intermediate')) = ("expires_at" IS NOT NULL));

-- Never more was given back than was taken.
ALTER TABLE "file_space" ADD CONSTRAINT "file_space_bytes_check" CHECK ("bytes" >= 0);
