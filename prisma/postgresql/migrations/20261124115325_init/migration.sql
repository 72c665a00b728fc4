-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "CommentStatus" AS ENUM ('held', 'visible', 'spam', 'deleted');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('owner', 'editor', 'author', 'contributor');

-- CreateEnum
CREATE TYPE "UserState" AS ENUM ('active', 'deactivated', 'removed');

-- CreateEnum
CREATE TYPE "PostKind" AS ENUM ('post', 'page');

-- CreateEnum
CREATE TYPE "PostStatus" AS ENUM ('draft', 'review', 'scheduled', 'published', 'withdrawn', 'trashed');

-- CreateTable
CREATE TABLE "Comment" (
    "id" SERIAL NOT NULL,
    "postId" INTEGER NOT NULL,
    "parentId" INTEGER,
    "status" "CommentStatus" NOT NULL DEFAULT 'held',
    "name" TEXT NOT NULL,
    "email" TEXT,
    "body" TEXT NOT NULL,
    "userId" INTEGER,
    "readerHash" TEXT,
    "sendKey" TEXT,
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "externalId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" TIMESTAMP(3),

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" SERIAL NOT NULL,
    "email" TEXT,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "bio" TEXT NOT NULL DEFAULT '',
    "passwordHash" TEXT,
    "role" "Role" NOT NULL DEFAULT 'author',
    "state" "UserState" NOT NULL DEFAULT 'active',
    "locale" TEXT NOT NULL DEFAULT 'id',
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "pictureId" INTEGER,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "userId" INTEGER NOT NULL,
    "device" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Post" (
    "id" SERIAL NOT NULL,
    "kind" "PostKind" NOT NULL DEFAULT 'post',
    "status" "PostStatus" NOT NULL DEFAULT 'draft',
    "path" TEXT,
    "pathKey" TEXT,
    "slug" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL DEFAULT '',
    "natsRef" TEXT NOT NULL DEFAULT '',
    "natsText" TEXT NOT NULL DEFAULT '',
    "bacaan" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL DEFAULT '',
    "searchText" TEXT NOT NULL DEFAULT '',
    "snippet" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "lang" TEXT NOT NULL DEFAULT 'id',
    "commentsOpen" BOOLEAN NOT NULL DEFAULT true,
    "publishedAt" TIMESTAMP(3),
    "publishedDay" INTEGER,
    "scheduledAt" TIMESTAMP(3),
    "trashedFrom" "PostStatus",
    "trashedAt" TIMESTAMP(3),
    "revision" INTEGER NOT NULL DEFAULT 0,
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "externalId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "authorId" INTEGER NOT NULL,
    "coverId" INTEGER,
    "coverAlt" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Label" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Label_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PostLabel" (
    "postId" INTEGER NOT NULL,
    "labelId" INTEGER NOT NULL,
    "listedAt" TIMESTAMP(3),

    CONSTRAINT "PostLabel_pkey" PRIMARY KEY ("postId","labelId")
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" SERIAL NOT NULL,
    "postId" INTEGER NOT NULL,
    "userId" INTEGER,
    "revision" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Redirect" (
    "id" SERIAL NOT NULL,
    "fromKey" TEXT NOT NULL,
    "target" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Redirect_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Media" (
    "id" SERIAL NOT NULL,
    "hash" TEXT NOT NULL,
    "filename" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "widths" TEXT NOT NULL,
    "alt" TEXT NOT NULL DEFAULT '',
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "uploaderId" INTEGER,

    CONSTRAINT "Media_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PostMedia" (
    "postId" INTEGER NOT NULL,
    "mediaId" INTEGER NOT NULL,

    CONSTRAINT "PostMedia_pkey" PRIMARY KEY ("postId","mediaId")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Secret" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Secret_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "UsedLink" (
    "id" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "UsedLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMP(3),

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Purge" (
    "id" SERIAL NOT NULL,
    "origin" TEXT NOT NULL,
    "tags" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Purge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ViewCount" (
    "postId" INTEGER NOT NULL,
    "day" INTEGER NOT NULL,
    "views" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ViewCount_pkey" PRIMARY KEY ("postId","day")
);

-- CreateTable
CREATE TABLE "DiscardedHits" (
    "id" SERIAL NOT NULL,
    "postId" INTEGER,
    "day" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "hits" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "DiscardedHits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SeenView" (
    "day" INTEGER NOT NULL,
    "postId" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "SeenView_pkey" PRIMARY KEY ("day","postId","hash")
);

-- CreateTable
CREATE TABLE "DailySalt" (
    "day" INTEGER NOT NULL,
    "salt" TEXT NOT NULL,

    CONSTRAINT "DailySalt_pkey" PRIMARY KEY ("day")
);

-- CreateIndex
CREATE UNIQUE INDEX "Comment_sendKey_key" ON "Comment"("sendKey");

-- CreateIndex
CREATE UNIQUE INDEX "Comment_externalId_key" ON "Comment"("externalId");

-- CreateIndex
CREATE INDEX "Comment_postId_status_createdAt_id_idx" ON "Comment"("postId", "status", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Comment_parentId_postId_idx" ON "Comment"("parentId", "postId");

-- CreateIndex
CREATE INDEX "Comment_status_createdAt_id_idx" ON "Comment"("status", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Comment_postId_readerHash_idx" ON "Comment"("postId", "readerHash");

-- CreateIndex
CREATE INDEX "Comment_userId_idx" ON "Comment"("userId");

-- CreateIndex
CREATE INDEX "Comment_email_idx" ON "Comment"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Comment_id_postId_key" ON "Comment"("id", "postId");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "User_slug_key" ON "User"("slug");

-- CreateIndex
CREATE INDEX "User_pictureId_idx" ON "User"("pictureId");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Post_pathKey_key" ON "Post"("pathKey");

-- CreateIndex
CREATE UNIQUE INDEX "Post_externalId_key" ON "Post"("externalId");

-- CreateIndex
CREATE INDEX "Post_kind_status_publishedAt_id_idx" ON "Post"("kind", "status", "publishedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Post_kind_status_publishedDay_idx" ON "Post"("kind", "status", "publishedDay");

-- CreateIndex
CREATE INDEX "Post_authorId_kind_status_publishedAt_id_idx" ON "Post"("authorId", "kind", "status", "publishedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Post_status_scheduledAt_idx" ON "Post"("status", "scheduledAt");

-- CreateIndex
CREATE INDEX "Post_kind_updatedAt_id_idx" ON "Post"("kind", "updatedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Post_coverId_idx" ON "Post"("coverId");

-- CreateIndex
CREATE UNIQUE INDEX "Label_name_key" ON "Label"("name");

-- CreateIndex
CREATE INDEX "Label_nameKey_idx" ON "Label"("nameKey");

-- CreateIndex
CREATE INDEX "PostLabel_labelId_listedAt_postId_idx" ON "PostLabel"("labelId", "listedAt" DESC, "postId" DESC);

-- CreateIndex
CREATE INDEX "Revision_userId_idx" ON "Revision"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_postId_revision_key" ON "Revision"("postId", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "Redirect_fromKey_key" ON "Redirect"("fromKey");

-- CreateIndex
CREATE UNIQUE INDEX "Media_hash_key" ON "Media"("hash");

-- CreateIndex
CREATE INDEX "Media_uploaderId_idx" ON "Media"("uploaderId");

-- CreateIndex
CREATE INDEX "Media_createdAt_idx" ON "Media"("createdAt" DESC);

-- CreateIndex
CREATE INDEX "PostMedia_mediaId_idx" ON "PostMedia"("mediaId");

-- CreateIndex
CREATE INDEX "UsedLink_expiresAt_idx" ON "UsedLink"("expiresAt");

-- CreateIndex
CREATE INDEX "RateLimit_expire_idx" ON "RateLimit"("expire");

-- CreateIndex
CREATE INDEX "Purge_createdAt_idx" ON "Purge"("createdAt");

-- CreateIndex
CREATE INDEX "ViewCount_day_postId_views_idx" ON "ViewCount"("day", "postId", "views");

-- CreateIndex
CREATE INDEX "DiscardedHits_day_idx" ON "DiscardedHits"("day");

-- CreateIndex
CREATE UNIQUE INDEX "DiscardedHits_postId_day_reason_key" ON "DiscardedHits"("postId", "day", "reason");

-- CreateIndex
CREATE INDEX "SeenView_postId_idx" ON "SeenView"("postId");

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_parentId_postId_fkey" FOREIGN KEY ("parentId", "postId") REFERENCES "Comment"("id", "postId") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Media"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_coverId_fkey" FOREIGN KEY ("coverId") REFERENCES "Media"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostLabel" ADD CONSTRAINT "PostLabel_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostLabel" ADD CONSTRAINT "PostLabel_labelId_fkey" FOREIGN KEY ("labelId") REFERENCES "Label"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Media" ADD CONSTRAINT "Media_uploaderId_fkey" FOREIGN KEY ("uploaderId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostMedia" ADD CONSTRAINT "PostMedia_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostMedia" ADD CONSTRAINT "PostMedia_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "Media"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ViewCount" ADD CONSTRAINT "ViewCount_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DiscardedHits" ADD CONSTRAINT "DiscardedHits_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeenView" ADD CONSTRAINT "SeenView_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the models cannot say
ALTER TABLE "User" ADD CONSTRAINT "User_email_lower" CHECK ("email" = lower("email"));
ALTER TABLE "User" ADD CONSTRAINT "User_name_filled" CHECK (length("name") BETWEEN 1 AND 200);
ALTER TABLE "User" ADD CONSTRAINT "User_removed_cannot_sign_in" CHECK ("state" <> 'removed' OR ("email" IS NULL AND "passwordHash" IS NULL));
ALTER TABLE "Post" ADD CONSTRAINT "Post_published_is_whole" CHECK ("status" <> 'published' OR ("path" IS NOT NULL AND "publishedAt" IS NOT NULL AND "publishedDay" IS NOT NULL));
ALTER TABLE "Post" ADD CONSTRAINT "Post_scheduled_has_time" CHECK ("status" <> 'scheduled' OR "scheduledAt" IS NOT NULL);
ALTER TABLE "Post" ADD CONSTRAINT "Post_trashed_has_origin" CHECK (("status" = 'trashed') = ("trashedFrom" IS NOT NULL) AND ("status" = 'trashed') = ("trashedAt" IS NOT NULL));
ALTER TABLE "Post" ADD CONSTRAINT "Post_path_has_key" CHECK (("path" IS NULL) = ("pathKey" IS NULL));
ALTER TABLE "Post" ADD CONSTRAINT "Post_path_form" CHECK ("path" IS NULL OR ("path" LIKE '/%' AND "path" NOT LIKE '//%'));
ALTER TABLE "Post" ADD CONSTRAINT "Post_path_key_lower" CHECK ("pathKey" = lower("path"));
ALTER TABLE "Post" ADD CONSTRAINT "Post_revision_positive" CHECK ("revision" >= 0);
ALTER TABLE "Post" ADD CONSTRAINT "Post_published_pair" CHECK (("publishedAt" IS NULL) = ("publishedDay" IS NULL));
ALTER TABLE "Label" ADD CONSTRAINT "Label_name_filled" CHECK (length("name") BETWEEN 1 AND 200);
ALTER TABLE "Redirect" ADD CONSTRAINT "Redirect_from_form" CHECK ("fromKey" LIKE '/%');
ALTER TABLE "Redirect" ADD CONSTRAINT "Redirect_target_form" CHECK ("target" IS NULL OR "target" LIKE '/%' OR "target" LIKE 'http%');
ALTER TABLE "Redirect" ADD CONSTRAINT "Redirect_no_loop" CHECK ("target" IS NULL OR "target" <> "fromKey");
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_name_filled" CHECK (length("name") BETWEEN 1 AND 200);
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_parent_is_other" CHECK ("parentId" IS NULL OR "parentId" <> "id");
ALTER TABLE "ViewCount" ADD CONSTRAINT "ViewCount_views_positive" CHECK ("views" >= 0);
ALTER TABLE "ViewCount" ADD CONSTRAINT "ViewCount_day_real" CHECK ("day" BETWEEN 0 AND 100000);
ALTER TABLE "DiscardedHits" ADD CONSTRAINT "DiscardedHits_hits_positive" CHECK ("hits" >= 0);
ALTER TABLE "Media" ADD CONSTRAINT "Media_size_positive" CHECK ("width" > 0 AND "height" > 0 AND "bytes" > 0);
ALTER TABLE "Media" ADD CONSTRAINT "Media_hash_form" CHECK (length("hash") = 64);
