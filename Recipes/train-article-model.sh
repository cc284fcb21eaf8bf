#!/bin/sh
# Trains the model of articles that comes with Offprint, with the very command that operators have:
#
#   swift build -c release --product offprint
#   Recipes/train-article-model.sh DATA Sources/CArticleModel/articles.json
#
# DATA has the folders issues/ and pages/ with the deliveries named below, as their libraries give them away. The same
# data gives the same file. Collections are what is held out together: one make-up, one way of marking.
set -eu
data=$1
out=$2
issues=$data/issues
exec "${OFFPRINT:-.build/release/offprint}" train articles --out "$out" --documents \
  --truth "enmap=$issues/bnf-journal-des-debats-1814-04-01" \
  --truth "enmap=$issues/bnf-journal-des-debats-1814-04-02" \
  --truth "enmap=$issues/bnf-journal-des-debats-1821-08-01" \
  --truth "enmap=$issues/bnf-le-gaulois-1882-02-08" \
  --truth "enmap=$issues/bnf-ouest-eclair-1901-11-21" \
  --truth "enmap=$issues/bnf-ouest-eclair-1918-12-17" \
  --truth "enmap=$issues/bnf-petit-journal-illustre-1900-06-03" \
  --truth "toc=$issues/bnf-toc-l-oeuvre-1915-12-01" \
  --truth "bnl=$issues/bnl-luxemburger-zeitung-1858-07-10" \
  --truth "bnl=$issues/bnl-luxemburger-zeitung-1858-12-07" \
  --truth "rero=$issues/rero-blb-1845-12-28-bagit" \
  --truth "rero=$issues/rero-ezr-1840-02-21-bagit" \
  --truth "bl=$issues/bl-lwm-0002647-1824-02-17" \
  --truth "kb=$issues/kb-1750-05-15" \
  --truth "kb=$issues/kb-1813-11-16" \
  --truth "olive=$issues/olive-gazette-de-lausanne-1900-01-02" \
  --truth "citlab=$data/pages/citlab-page-xml-1884"
